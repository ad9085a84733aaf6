// Finding customers: by words, by what they allow, by number, language and tag.

import { Button, Group, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { FilterPopover } from "@/ui/FilterPopover";
import { SearchField } from "@/ui/SearchField";
import { ORDERINGS, type ChosenFilter, type Ordering } from "./customerFilter";
import { LANGUAGES } from "./words";

export interface CustomerFiltersProps {
  chosen: ChosenFilter;
  accounts: readonly { id: string; name: string }[];
}

export function CustomerFilters({ chosen, accounts }: CustomerFiltersProps) {
  const { t } = useTranslation(["customers", "common"]);
  const [, setParameters] = useSearchParams();
  const states = [chosen.blocked, chosen.optedOut, chosen.consented].filter((value) => value !== null).length;
  const others = [chosen.accountId, chosen.language, chosen.tag].filter((value) => value !== null).length;
  return (
    <Group p="sm" px="md" gap="xs" role="search">
      <SearchField
        // Cleared from outside, it begins anew.
        key={chosen.search === null ? "empty" : "asked"}
        label={t("filters.search")}
        value={chosen.search}
        onSearch={chosen.setSearch}
        flex="1 1 220px"
        maw={360}
      />
      <FilterPopover label={t("filters.state")} count={states}>
        <YesOrNo name="blocked" value={chosen.blocked} onChange={chosen.setBlocked} />
        <YesOrNo name="stopped" value={chosen.optedOut} onChange={chosen.setOptedOut} />
        <YesOrNo name="consented" value={chosen.consented} onChange={chosen.setConsented} />
      </FilterPopover>
      <FilterPopover label={t("filters.more")} count={others} width={280}>
        <NativeSelect
          label={t("filters.account")}
          value={chosen.accountId ?? ""}
          data={[{ value: "", label: t("filters.anyAccount") }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => {
            chosen.setAccountId(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t("common:fields.language")}
          value={chosen.language ?? ""}
          data={[
            { value: "", label: t("filters.anyLanguage") },
            ...LANGUAGES.map((tag) => ({ value: tag, label: t(`common:languages.${tag}`) })),
          ]}
          onChange={(event) => {
            chosen.setLanguage(event.currentTarget.value);
          }}
        />
        <SearchField
          key={chosen.tag === null ? "empty" : "asked"}
          label={t("filters.tag")}
          value={chosen.tag}
          onSearch={chosen.setTag}
          leftSection={null}
        />
      </FilterPopover>
      {chosen.isFiltered && (
        <Button
          size="sm"
          variant="subtle"
          onClick={() => {
            setParameters((before) => new URLSearchParams(before.has("order") ? { order: chosen.ordering } : {}), { replace: true });
          }}
        >
          {t("common:actions.clearFilters")}
        </Button>
      )}
      <NativeSelect
        ms="auto"
        aria-label={t("ordering.label")}
        value={chosen.ordering}
        data={(Object.keys(ORDERINGS) as Ordering[]).map((name) => ({ value: name, label: t(`ordering.${name}`) }))}
        onChange={(event) => {
          chosen.setOrdering(event.currentTarget.value);
        }}
      />
    </Group>
  );
}

interface YesOrNoProps {
  name: "blocked" | "stopped" | "consented";
  value: string | null;
  onChange: (value: string | null) => void;
}

function YesOrNo({ name, value, onChange }: YesOrNoProps) {
  const { t } = useTranslation(["customers", "common"]);
  return (
    <NativeSelect
      label={t(`filters.${name}.label`)}
      value={value ?? ""}
      data={[
        { value: "", label: t("filters.any") },
        { value: "yes", label: t(`filters.${name}.yes`) },
        { value: "no", label: t(`filters.${name}.no`) },
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
