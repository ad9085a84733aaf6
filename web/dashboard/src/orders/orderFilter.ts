// The filter of the orders as the address keeps it, and as the API takes it.

import type { VariablesOf } from "@/api/graphql";
import { nextDay, startOfDay } from "@/i18n/days";
import { useSession } from "@/session/session";
import { useFilter } from "@/ui/paging";
import type { ORDERS } from "./ordersQuery";
import { STATUSES, type OrderStatus } from "./parts";

type Variables = VariablesOf<typeof ORDERS>;

export const ORDERINGS = {
  newest: { field: "CREATED_AT", direction: "DESC" },
  oldest: { field: "CREATED_AT", direction: "ASC" },
  changed: { field: "UPDATED_AT", direction: "DESC" },
} as const satisfies Record<string, Variables["orderBy"]>;

export type Ordering = keyof typeof ORDERINGS;

export function useOrderFilter() {
  const { timeZone } = useSession().settings;
  const [search, setSearch] = useFilter("search");
  const [statuses, setStatuses] = useFilter("status");
  const [accountId, setAccountId] = useFilter("account");
  const [from, setFrom] = useFilter("from");
  const [until, setUntil] = useFilter("until");
  const [currency, setCurrency] = useFilter("currency");
  const [simulated, setSimulated] = useFilter("simulated");
  const [ordering, setOrdering] = useFilter("order");
  const status = STATUSES.filter((each) => statuses?.split(",").includes(each));
  const since = from === null ? null : startOfDay(from, timeZone);
  const before = until === null ? null : startOfDay(nextDay(until), timeZone);
  const filter: NonNullable<Variables["filter"]> = {
    ...(search !== null && { search }),
    ...(status.length > 0 && { status: { in: status } }),
    ...(accountId !== null && { accountId }),
    ...(currency !== null && { currency }),
    ...((since !== null || before !== null) && { createdAt: { gte: since, lt: before } }),
    ...(simulated !== null && { isSimulated: simulated === "only" }),
  };
  return {
    filter,
    isFiltered: Object.keys(filter).length > 0,
    orderBy: ORDERINGS[isOrdering(ordering) ? ordering : "newest"],
    search,
    setSearch,
    status,
    setStatus: (chosen: OrderStatus[]) => {
      setStatuses(chosen.join(","));
    },
    accountId,
    setAccountId,
    from,
    setFrom,
    until,
    setUntil,
    currency,
    setCurrency,
    simulated,
    setSimulated,
    ordering: isOrdering(ordering) ? ordering : "newest",
    setOrdering: (chosen: Ordering) => {
      setOrdering(chosen === "newest" ? null : chosen);
    },
  };
}

export type OrderFilter = ReturnType<typeof useOrderFilter>;

function isOrdering(name: string | null): name is Ordering {
  return name !== null && name in ORDERINGS;
}
