// A currency by its code or its name in the reader's language.

import { Select, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export function CurrencySelect(props: Omit<SelectProps, "data">) {
  const { t, i18n } = useTranslation();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "currency" });
    return Intl.supportedValuesOf("currency").map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
  }, [i18n.language]);
  return (
    <Select
      label={t("fields.currency")}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t("list.nothingFound")}
      maxDropdownHeight={260}
      {...props}
      data={data}
    />
  );
}
