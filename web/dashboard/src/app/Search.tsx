// Ctrl-K: pages, orders and customers by a few letters.

import "@mantine/spotlight/styles.css";
import { useDebouncedValue } from "@mantine/hooks";
import { spotlight, Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { ReceiptText, Search as SearchIcon, UserRound } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "@/api/graphql";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { NAVIGATION } from "./navigation";

const FOUND = graphql(`
  query Found($words: String!, $orders: Boolean!, $customers: Boolean!) {
    orders(first: 5, filter: { search: $words }) @include(if: $orders) {
      nodes {
        id
        number
        packageName
        customer {
          id
          profileName
        }
      }
    }
    customers(first: 5, filter: { search: $words }) @include(if: $customers) {
      nodes {
        id
        profileName
        phone
      }
    }
  }
`);

const SHORTEST = 2;
const QUIET_MILLISECONDS = 200;

/** Open as soon as it is there: it is loaded when somebody wants to search. */
export default function Search() {
  const { t } = useTranslation("app");
  const { can } = useSession();
  const navigate = useNavigate();
  useEffect(() => {
    spotlight.open();
  }, []);
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed.trim(), QUIET_MILLISECONDS);
  const { data, isLoading } = useRead(
    FOUND,
    { words, orders: can("orders:read"), customers: can("customers:read") },
    { pause: words.length < SHORTEST },
  );
  const isAsking = words.length >= SHORTEST && isLoading;
  const go = (to: string) => () => void navigate(to);
  const isWanted = (name: string) => name.toLowerCase().includes(typed.trim().toLowerCase());

  const groups: SpotlightActionGroupData[] = [
    {
      group: t("search.orders"),
      actions: (words.length < SHORTEST ? [] : (data?.orders?.nodes ?? [])).map((order) => ({
        id: order.id,
        label: `${order.number} · ${order.packageName}`,
        description: order.customer?.profileName,
        leftSection: <ReceiptText size={18} aria-hidden />,
        onClick: go(`/orders/${order.id}`),
      })),
    },
    {
      group: t("search.customers"),
      actions: (words.length < SHORTEST ? [] : (data?.customers?.nodes ?? [])).map((customer) => ({
        id: customer.id,
        label: customer.profileName || (customer.phone ?? t("search.nameless")),
        description: customer.phone ?? undefined,
        leftSection: <UserRound size={18} aria-hidden />,
        onClick: go(`/customers/${customer.id}`),
      })),
    },
    {
      group: t("search.pages"),
      actions: NAVIGATION.flatMap(({ pages }) => pages)
        .filter(({ needs, name }) => (needs === undefined || can(needs)) && isWanted(t(`nav.${name}`)))
        .map(({ to, name, icon: Icon }) => ({
          id: to,
          label: t(`nav.${name}`),
          leftSection: <Icon size={18} aria-hidden />,
          onClick: go(to),
        })),
    },
  ];
  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      // The server has searched already, and found more than the same letters.
      filter={(_words, actions) => actions}
      query={typed}
      onQueryChange={setTyped}
      nothingFound={isAsking ? t("search.asking") : t("search.nothing")}
      highlightQuery
      scrollable
      maxHeight="60vh"
      shortcut={["mod + K", "mod + k"]}
      searchProps={{
        leftSection: <SearchIcon size={18} aria-hidden />,
        placeholder: t("search.placeholder"),
        "aria-label": t("search.placeholder"),
      }}
    />
  );
}
