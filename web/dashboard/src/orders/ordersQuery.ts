// What the table of orders reads.

import { graphql, type ResultOf } from "@/api/graphql";

export const ORDERS = graphql(`
  query Orders($first: Int, $after: String, $last: Int, $before: String, $filter: OrderFilter, $orderBy: OrderSort) {
    orders(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        number
        status
        isSimulated
        createdAt
        updatedAt
        serviceName
        packageName
        quantity
        total {
          amount
          currency
        }
        customer {
          id
          profileName
          phone
        }
        account {
          id
          name
        }
      }
    }
  }
`);

export type OrderRow = NonNullable<ResultOf<typeof ORDERS>["orders"]>["nodes"][number];

export const ORDER_CHOICES = graphql(`
  query OrderChoices {
    whatsappAccounts(first: 100) {
      nodes {
        id
        name
        isSimulated
      }
    }
    proofQueue(first: 1, includeSimulated: true) {
      totalCount
    }
  }
`);
