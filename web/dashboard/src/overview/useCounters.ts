// How the shop stands now: read once, then told whenever a counter moves.

import { useSubscription } from "urql";
import { graphql, type ResultOf } from "@/api/graphql";
import { useRead, type Read } from "@/ui/useRead";
import { EARNING } from "./documents";

const COUNTERS = graphql(
  `
    query Counters {
      reportCounters {
        openChats
        chatsNeedingHuman
        proofsWaiting
        ordersToday
        revenueToday {
          ...Earning
        }
      }
    }
  `,
  [EARNING],
);

const COUNTERS_CHANGED = graphql(
  `
    subscription CountersChanged {
      reportCountersChanged {
        cursor
        counters {
          openChats
          chatsNeedingHuman
          proofsWaiting
          ordersToday
          revenueToday {
            ...Earning
          }
        }
      }
    }
  `,
  [EARNING],
);

export type Counters = NonNullable<ResultOf<typeof COUNTERS>["reportCounters"]>;

export interface LiveCounters extends Pick<Read<unknown>, "problem" | "refresh"> {
  counters: Counters | undefined;
  /** Differs whenever a counter moved. */
  told: string | undefined;
}

export function useCounters(): LiveCounters {
  const { data, problem, refresh } = useRead(COUNTERS, {});
  // It begins with how things stand, also after a cut: nothing has to be replayed.
  const [{ data: heard }] = useSubscription({ query: COUNTERS_CHANGED });
  const live = heard?.reportCountersChanged;
  const counters = live?.counters ?? data?.reportCounters ?? undefined;
  return { counters, told: live?.cursor, problem: counters === undefined ? problem : undefined, refresh };
}
