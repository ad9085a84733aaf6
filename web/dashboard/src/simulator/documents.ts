// What the simulator reads: simulated numbers, who wrote to them, and what is said.

import { ACCOUNT, CODES } from "@/accounts/documents";
import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

export const NUMBERS = graphql(
  `
    query SimulatedNumbers($mayLink: Boolean!) {
      whatsappAccounts(first: 50, filter: { isSimulated: true }) {
        nodes {
          ...Account
          ...Codes @include(if: $mayLink)
        }
      }
    }
  `,
  [ACCOUNT, CODES],
);

export const CUSTOMERS = graphql(`
  query SimulatedCustomers($account: ID!, $words: String) {
    customers(first: 8, filter: { accountId: $account, search: $words }) {
      nodes {
        id
        lid
        phone
        profileName
        language
      }
    }
  }
`);

export const SAID = graphql(`
  fragment Said on Message {
    id
    author
    createdAt
    direction
    editedAt
    failure
    kind
    quotedWhatsappId
    revokedAt
    sentAt
    state
    text
    whatsappId
    customer {
      id
      lid
    }
    media {
      id
      contentType
      fileName
      byteSize
      isDeleted
      url
      previewUrl
    }
    turn {
      id
    }
  }
`);

export const CHAT_BEFORE = graphql(
  `
    query ChatBefore($account: ID!, $customer: ID!) {
      messages(first: 80, filter: { accountId: $account, customerId: $customer }) {
        nodes {
          ...Said
        }
      }
    }
  `,
  [SAID],
);

export const SAID_NOW = graphql(
  `
    subscription SaidNow($account: ID!, $after: String) {
      messageAdded(accountId: $account, after: $after) {
        cursor
        message {
          ...Said
        }
      }
    }
  `,
  [SAID],
);

export const SAID_OTHERWISE = graphql(
  `
    subscription SaidOtherwise($account: ID!, $after: String) {
      messageChanged(accountId: $account, after: $after) {
        cursor
        message {
          ...Said
        }
      }
    }
  `,
  [SAID],
);

/** How the sale stands, beside the phone. */
export const SALE = graphql(`
  query SimulatedSale($customer: ID!, $orders: Boolean!) {
    customer(id: $customer) {
      id
      language
      conversations(last: 1) {
        nodes {
          id
          status
          answeredBy
          attention
        }
      }
      orders(last: 3) @include(if: $orders) {
        nodes {
          id
          number
          status
          packageName
          quantity
          total {
            amount
            currency
          }
        }
      }
    }
  }
`);

export const SALE_MOVED = graphql(`
  subscription SimulatedSaleMoved($customer: ID!, $after: String) {
    orderChanged(customerId: $customer, after: $after) {
      cursor
      order {
        id
        status
      }
    }
  }
`);

export const TALK_MOVED = graphql(`
  subscription SimulatedTalkMoved($customer: ID!, $after: String) {
    conversationChanged(customerId: $customer, after: $after) {
      cursor
      conversation {
        id
        status
        answeredBy
        attention
      }
    }
  }
`);

export type SimulatedNumber = NonNullable<ResultOf<typeof NUMBERS>["whatsappAccounts"]>["nodes"][number];
export type KnownCustomer = NonNullable<ResultOf<typeof CUSTOMERS>["customers"]>["nodes"][number];
export type Said = FragmentOf<typeof SAID>;
export type Sale = NonNullable<ResultOf<typeof SALE>["customer"]>;
export type SimulatedOrder = NonNullable<Sale["orders"]>["nodes"][number];
