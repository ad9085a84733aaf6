// What the pages of customers ask for.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

export const CUSTOMER_ROW = graphql(`
  fragment CustomerRow on Customer {
    id
    phone
    profileName
    language
    tags
    blockedAt
    optedOutAt
    consentedAt
    createdAt
    account {
      id
      name
    }
    spend {
      amount
      currency
    }
  }
`);

export type CustomerRow = FragmentOf<typeof CUSTOMER_ROW>;

export const CUSTOMERS = graphql(
  `
    query Customers(
      $filter: CustomerFilter
      $orderBy: CustomerSort
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      customers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
        nodes {
          ...CustomerRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        totalCount
      }
    }
  `,
  [CUSTOMER_ROW],
);

export const NUMBERS = graphql(`
  query CustomersNumbers {
    whatsappAccounts(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export const CUSTOMER = graphql(`
  fragment CustomerProfile on Customer {
    id
    lid
    phone
    profileName
    language
    isLanguageChosen
    note
    tags
    blockedAt
    blockedReason
    optedOutAt
    consentedAt
    consentSource
    erasedAt
    createdAt
    account {
      id
      name
    }
    mergedInto {
      id
      profileName
      phone
    }
    spend {
      amount
      currency
    }
  }
`);

export type CustomerProfile = FragmentOf<typeof CUSTOMER>;

export const CUSTOMER_PAGE = graphql(
  `
    query CustomerPage($id: ID!) {
      customer(id: $id) {
        ...CustomerProfile
      }
    }
  `,
  [CUSTOMER],
);

export const CUSTOMER_ORDERS = graphql(`
  query CustomerOrders($id: ID!, $last: Int!) {
    customer(id: $id) {
      id
      orders(last: $last) {
        nodes {
          id
          number
          status
          serviceName
          packageName
          createdAt
          total {
            amount
            currency
          }
        }
        pageInfo {
          hasPreviousPage
        }
        totalCount
      }
    }
  }
`);

type OrdersOf = NonNullable<ResultOf<typeof CUSTOMER_ORDERS>["customer"]>["orders"];
export type CustomerOrder = NonNullable<OrdersOf>["nodes"][number];

export const CUSTOMER_CHATS = graphql(`
  query CustomerChats($id: ID!, $last: Int!) {
    customer(id: $id) {
      id
      conversations(last: $last) {
        nodes {
          id
          status
          answeredBy
          unreadCount
          createdAt
          lastMessageAt
        }
        pageInfo {
          hasPreviousPage
        }
        totalCount
      }
    }
  }
`);

type ChatsOf = NonNullable<ResultOf<typeof CUSTOMER_CHATS>["customer"]>["conversations"];
export type CustomerChat = NonNullable<ChatsOf>["nodes"][number];
