// Finding orders: words, statuses, days, and what else tells them apart.

import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { CurrencySelect } from "@/ui/CurrencySelect";
import { FilterPopover } from "@/ui/FilterPopover";
import { SearchField } from "@/ui/SearchField";
import { ORDERINGS, type OrderFilter, type Ordering } from "./orderFilter";
import { STATUSES, type OrderStatus } from "./parts";

export interface OrderFiltersProps {
  chosen: OrderFilter;
  accounts: readonly { id: string; name: string }[];
}

export function OrderFilters({ chosen, accounts }: OrderFiltersProps) {
  const { t } = useTranslation(["orders", "common"]);
  const [, setParameters] = useSearchParams();
  const others = [chosen.accountId, chosen.currency, chosen.simulated].filter((value) => value !== null).length;
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
      <FilterPopover label={t("filters.status")} count={chosen.status.length} width={220}>
        <Checkbox.Group
          label={t("filters.status")}
          value={chosen.status}
          onChange={(values) => {
            chosen.setStatus(values as OrderStatus[]);
          }}
        >
          <Stack gap={8} mt="xs">
            {STATUSES.map((status) => (
              <Checkbox key={status} value={status} label={t(`status.${status}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </FilterPopover>
      <FilterPopover label={t("filters.days")} count={Number(chosen.from !== null || chosen.until !== null)}>
        <TextInput
          type="date"
          label={t("filters.from")}
          value={chosen.from ?? ""}
          max={chosen.until ?? undefined}
          onChange={(event) => {
            chosen.setFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label={t("filters.until")}
          value={chosen.until ?? ""}
          min={chosen.from ?? undefined}
          onChange={(event) => {
            chosen.setUntil(event.currentTarget.value);
          }}
        />
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
        <CurrencySelect
          placeholder={t("filters.anyCurrency")}
          value={chosen.currency}
          onChange={chosen.setCurrency}
          clearable
          clearButtonProps={{ "aria-label": t("common:actions.clear") }}
          comboboxProps={{ withinPortal: false }}
        />
        <NativeSelect
          label={t("filters.simulated")}
          value={chosen.simulated ?? ""}
          data={[
            { value: "", label: t("filters.allOrders") },
            { value: "none", label: t("filters.withoutSimulated") },
            { value: "only", label: t("filters.onlySimulated") },
          ]}
          onChange={(event) => {
            chosen.setSimulated(event.currentTarget.value);
          }}
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
          chosen.setOrdering(event.currentTarget.value as Ordering);
        }}
      />
    </Group>
  );
}
