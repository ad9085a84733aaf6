// The menu: what one may not see is not in it.

import { Badge, Box, NavLink, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { graphql } from "@/api/graphql";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { NAVIGATION, type Destination } from "./navigation";

const WAITING = graphql(`
  query Waiting($orders: Boolean!, $conversations: Boolean!) {
    proofQueue(first: 1) @include(if: $orders) {
      totalCount
    }
    # All of them, not their number: who comes and goes is then known live.
    conversations(first: 100, filter: { needsAttention: true }) @include(if: $conversations) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function Menu({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation("app");
  const { can } = useSession();
  const { pathname } = useLocation();
  const { data } = useRead(WAITING, { orders: can("orders:read"), conversations: can("conversations:read") });
  const waiting = {
    proofsWaiting: data?.proofQueue?.totalCount ?? 0,
    chatsNeedingHuman: data?.conversations?.nodes.length ?? 0,
  };
  const isHere = ({ to }: Destination) => (to === "/" ? pathname === "/" : pathname.startsWith(to));
  return (
    <>
      {NAVIGATION.map(({ name, pages }) => {
        const allowed = pages.filter(({ needs }) => needs === undefined || can(needs));
        if (allowed.length === 0) return null;
        return (
          <Box key={name} mb="md" role="group" aria-label={t(`groups.${name}`)}>
            <Text fz={11} fw={600} className="muted" px="xs" mb={4} aria-hidden>
              {t(`groups.${name}`)}
            </Text>
            {allowed.map((page) => {
              const count = page.counts === undefined ? 0 : waiting[page.counts];
              return (
                <NavLink
                  key={page.to}
                  component={Link}
                  to={page.to}
                  onClick={onChoose}
                  className="nav-link"
                  mb={2}
                  label={t(`nav.${page.name}`)}
                  leftSection={<page.icon size={18} strokeWidth={1.8} aria-hidden />}
                  active={isHere(page)}
                  aria-current={isHere(page) ? "page" : undefined}
                  rightSection={
                    count > 0 && page.counts ? (
                      <Badge size="sm" variant="light" color="orange" aria-label={t(`waiting.${page.counts}`, { count })}>
                        {count}
                      </Badge>
                    ) : undefined
                  }
                />
              );
            })}
          </Box>
        );
      })}
    </>
  );
}
