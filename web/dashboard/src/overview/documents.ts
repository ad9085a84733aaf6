// What the overview asks for.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

export const EARNING = graphql(`
  fragment Earning on RevenueStats {
    currency
    orders
    gross {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    net {
      amount
      currency
    }
  }
`);

/** Of one day, or of one thing that was sold: lists of it are long. */
const TAKINGS = graphql(`
  fragment Takings on RevenueStats {
    currency
    orders
    net {
      amount
      currency
    }
  }
`);

/** `drawn` is asked for where it is another span than `now`. */
export const EARNED = graphql(
  `
    query Earned($now: ReportFilter!, $before: ReportFilter!, $drawn: ReportFilter!, $isShort: Boolean!) {
      now: reportRevenue(filter: $now) {
        total {
          ...Earning
        }
        days {
          date
          revenue {
            ...Takings
          }
        }
        services {
          serviceName
          revenue {
            ...Takings
          }
        }
        packages {
          serviceName
          packageName
          revenue {
            ...Takings
          }
        }
      }
      before: reportRevenue(filter: $before) {
        total {
          ...Earning
        }
        days {
          date
          revenue {
            ...Takings
          }
        }
      }
      drawn: reportRevenue(filter: $drawn) @include(if: $isShort) {
        days {
          date
          revenue {
            ...Takings
          }
        }
      }
    }
  `,
  [EARNING, TAKINGS],
);

export const FUNNEL = graphql(`
  query Funnel($now: ReportFilter!, $before: ReportFilter!) {
    now: reportFunnel(filter: $now) {
      total {
        chats
        drafts
        orders
        proofs
        paid
      }
    }
    before: reportFunnel(filter: $before) {
      total {
        chats
        paid
      }
    }
  }
`);

export const AI_USE = graphql(`
  query AiUse($now: ReportFilter!, $before: ReportFilter!) {
    now: reportAiUse(filter: $now) {
      total {
        requests
        failed
        withoutPrice
        paidOrders
        costs {
          currency
          amount
          perPaidOrder
        }
      }
      providers {
        provider
        use {
          requests
          failed
          tokensRead
          tokensWritten
          costs {
            currency
            amount
          }
        }
      }
    }
    before: reportAiUse(filter: $before) {
      total {
        costs {
          currency
          perPaidOrder
        }
      }
    }
  }
`);

export const RESPONSE_TIMES = graphql(`
  query ResponseTimes($now: ReportFilter!, $before: ReportFilter!) {
    now: reportResponseTimes(filter: $now) {
      total {
        everybody {
          count
          medianSeconds
          p90Seconds
        }
        assistant {
          count
          medianSeconds
          p90Seconds
        }
        people {
          count
          medianSeconds
          p90Seconds
        }
      }
    }
    before: reportResponseTimes(filter: $before) {
      total {
        everybody {
          medianSeconds
        }
      }
    }
  }
`);

export type EarnedData = ResultOf<typeof EARNED>;
export type Earning = FragmentOf<typeof EARNING>;
export type Takings = FragmentOf<typeof TAKINGS>;
export type EarningDay = NonNullable<EarnedData["now"]>["days"][number];
export type Funnel = NonNullable<ResultOf<typeof FUNNEL>["now"]>["total"];
export type AiUse = NonNullable<ResultOf<typeof AI_USE>["now"]>;
export type Answers = NonNullable<ResultOf<typeof RESPONSE_TIMES>["now"]>["total"]["everybody"];
