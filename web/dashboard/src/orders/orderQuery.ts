// All that the page of an order reads.

import { graphql, type ResultOf } from "@/api/graphql";
import { ORDER_NOW } from "./parts";

export const ORDER = graphql(
  `
    query Order($id: ID!) {
      order(id: $id) {
        ...OrderNow
        createdAt
        isSimulated
        serviceName
        packageName
        description
        features
        quantity
        durationCount
        durationUnit
        unitPrice {
          amount
          currency
        }
        total {
          amount
          currency
        }
        package {
          id
          service {
            id
          }
        }
        account {
          id
          name
        }
        conversation {
          id
        }
        customer {
          id
          profileName
          phone
          language
          blockedAt
          optedOutAt
        }
      }
    }
  `,
  [ORDER_NOW],
);

export type ReadOrder = NonNullable<ResultOf<typeof ORDER>["order"]>;

export const NOTE_ADD = graphql(`
  mutation OrderNoteAdd($input: OrderNoteAddInput!) {
    orderNoteAdd(input: $input) {
      ... on OrderNotePayload {
        note {
          id
        }
        order {
          id
          updatedAt
          timeline {
            __typename
            id
            createdAt
            ... on OrderNote {
              actor
              text
              staff {
                id
                name
              }
            }
          }
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);
