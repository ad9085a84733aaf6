// What stands beside a chat, read once and then followed.

import { graphql, type FragmentOf } from "@/api/graphql";

const ORDER = graphql(`
  fragment ChatOrder on Order {
    id
    number
    status
    packageName
    quantity
    createdAt
    total {
      amount
      currency
    }
    proofs {
      id
      status
    }
  }
`);

const TURNS = graphql(`
  fragment ChatTurns on Conversation {
    id
    turns(last: 10) {
      nodes {
        id
        answeredWith
        model
        milliseconds
        createdAt
        guardChanges {
          id
        }
        hops {
          id
          outcome
        }
      }
    }
  }
`);

const BESIDE = graphql(
  `
    fragment ChatBeside on Conversation {
      id
      summary
      customer {
        id
        blockedReason
        consentedAt
        isLanguageChosen
        note
        optedOutAt
        tags
        createdAt
        orders(last: 5) {
          nodes {
            ...ChatOrder
          }
        }
      }
      notes(last: 50) {
        nodes {
          id
          text
          createdAt
          staff {
            id
            name
          }
        }
      }
    }
  `,
  [ORDER],
);

export const DETAILS = graphql(
  `
    query ChatDetails($id: ID!) {
      conversation(id: $id) {
        ...ChatBeside
        ...ChatTurns
      }
    }
  `,
  [BESIDE, TURNS],
);

export const DETAILS_CHANGED = graphql(
  `
    subscription ChatDetailsChanged($id: ID!, $after: String) {
      conversationChanged(id: $id, after: $after) {
        cursor
        conversation {
          ...ChatBeside
        }
      }
    }
  `,
  [BESIDE],
);

export const TURN_DONE = graphql(
  `
    subscription ChatTurnDone($id: ID!, $after: String) {
      messageAdded(conversationId: $id, after: $after) {
        cursor
        message {
          id
          conversation {
            ...ChatTurns
          }
        }
      }
    }
  `,
  [TURNS],
);

export const ORDERS_CHANGED = graphql(
  `
    subscription ChatOrdersChanged($customerId: ID!, $after: String) {
      orderChanged(customerId: $customerId, after: $after) {
        cursor
        isNew
        order {
          ...ChatOrder
          customer {
            id
            orders(last: 5) {
              nodes {
                id
              }
            }
          }
        }
      }
    }
  `,
  [ORDER],
);

export const COLLEAGUES = graphql(`
  query Colleagues {
    staffMembers(first: 100, filter: { isActive: true }) {
      nodes {
        id
        name
      }
    }
  }
`);

export type Order = FragmentOf<typeof ORDER>;
export type Turns = NonNullable<FragmentOf<typeof TURNS>["turns"]>["nodes"];
export type Beside = FragmentOf<typeof BESIDE>;
