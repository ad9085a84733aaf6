// A currency by its code, found by its name in the reader's language too.

import { Group, Select, Text, type ComboboxItem, type OptionsFilter, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export function CurrencySelect(props: Omit<SelectProps, "data" | "filter" | "renderOption">) {
  const { t, i18n } = useTranslation();
  const nameOf = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "currency" });
    return (code: string) => names.of(code) ?? code;
  }, [i18n.language]);
  const data = useMemo(() => Intl.supportedValuesOf("currency"), []);
  const filter: OptionsFilter = ({ options, search }) => {
    const wanted = search.trim().toLowerCase();
    return (options as ComboboxItem[]).filter(({ value }) => `${value} ${nameOf(value)}`.toLowerCase().includes(wanted));
  };
  return (
    <Select
      label={t("fields.currency")}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t("list.nothingFound")}
      maxDropdownHeight={260}
      comboboxProps={{ width: 260, position: "bottom-end" }}
      {...props}
      data={data}
      filter={filter}
      renderOption={({ option: { value } }) => (
        <Group gap="xs" wrap="nowrap">
          <Text span fz="sm" fw={600} className="num">
            {value}
          </Text>
          <Text span fz="sm" className="muted clip">
            {nameOf(value)}
          </Text>
        </Group>
      )}
    />
  );
}
