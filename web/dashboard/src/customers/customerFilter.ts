// The filter of the customers as the address keeps it, and as the API takes it.

import type { VariablesOf } from "@/api/graphql";
import { useFilter } from "@/ui/paging";
import type { CUSTOMERS } from "./documents";

type Variables = VariablesOf<typeof CUSTOMERS>;

export const ORDERINGS = {
  newest: { field: "CREATED_AT", direction: "DESC" },
  changed: { field: "UPDATED_AT", direction: "DESC" },
  name: { field: "PROFILE_NAME", direction: "ASC" },
} as const satisfies Record<string, Variables["orderBy"]>;

export type Ordering = keyof typeof ORDERINGS;

const isOrdering = (name: string | null): name is Ordering => name !== null && name in ORDERINGS;
const decided = (value: string | null) => (value === "yes" ? true : value === "no" ? false : null);

export function useCustomerFilter() {
  const [search, setSearch] = useFilter("search");
  const [blocked, setBlocked] = useFilter("blocked");
  const [optedOut, setOptedOut] = useFilter("stopped");
  const [consented, setConsented] = useFilter("consented");
  const [language, setLanguage] = useFilter("language");
  const [tag, setTag] = useFilter("tag");
  const [accountId, setAccountId] = useFilter("account");
  const [named, setOrdering] = useFilter("order");
  const isBlocked = decided(blocked);
  const hasOptedOut = decided(optedOut);
  const hasConsented = decided(consented);
  const filter: NonNullable<Variables["filter"]> = {
    ...(search !== null && { search }),
    ...(isBlocked !== null && { isBlocked }),
    ...(hasOptedOut !== null && { hasOptedOut }),
    ...(hasConsented !== null && { hasConsented }),
    ...(language !== null && { language }),
    ...(tag !== null && { tag }),
    ...(accountId !== null && { accountId }),
  };
  const ordering = isOrdering(named) ? named : "newest";
  return {
    filter,
    isFiltered: Object.keys(filter).length > 0,
    search,
    setSearch,
    blocked,
    setBlocked,
    optedOut,
    setOptedOut,
    consented,
    setConsented,
    language,
    setLanguage,
    tag,
    setTag,
    accountId,
    setAccountId,
    ordering,
    orderBy: ORDERINGS[ordering],
    setOrdering: (chosen: string) => {
      setOrdering(chosen === "newest" ? null : chosen);
    },
  };
}

export type ChosenFilter = ReturnType<typeof useCustomerFilter>;
