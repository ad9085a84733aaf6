// What is asked of webhooks and their deliveries, and what is changed of them.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

export const WEBHOOK_PARTS = graphql(`
  fragment WebhookParts on Webhook {
    id
    name
    url
    state
    eventTypes
    createdAt
    failingSince
    oldSecretUntil
    pausedAt
    pausedReason
    createdBy {
      id
      name
    }
  }
`);

export const WEBHOOKS = graphql(
  `
    query Webhooks($first: Int, $after: String, $last: Int, $before: String, $filter: WebhookFilter) {
      webhooks(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: $filter
        orderBy: { field: CREATED_AT, direction: DESC }
      ) {
        totalCount
        nodes {
          ...WebhookParts
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `,
  [WEBHOOK_PARTS],
);

export const WEBHOOK = graphql(
  `
    query Webhook($id: ID!) {
      webhook(id: $id) {
        ...WebhookParts
      }
    }
  `,
  [WEBHOOK_PARTS],
);

export const EVENT_TYPES = graphql(`
  query EventTypes {
    knownEventTypes
  }
`);

export const DELIVERIES = graphql(`
  query WebhookDeliveries($first: Int, $after: String, $last: Int, $before: String, $filter: WebhookDeliveryFilter) {
    webhookDeliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        id
        eventType
        state
        attempts
        createdAt
        deliveredAt
        lastAttemptAt
        nextAttemptAt
        lastStatus
        lastError
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const DELIVERY = graphql(`
  query WebhookDelivery($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on WebhookDelivery {
        eventType
        state
        attempts
        createdAt
        deliveredAt
        lastAttemptAt
        nextAttemptAt
        lastStatus
        lastError
        messageId
        body
      }
    }
  }
`);

export type Webhook = FragmentOf<typeof WEBHOOK_PARTS>;
export type DeliveryRow = NonNullable<ResultOf<typeof DELIVERIES>["webhookDeliveries"]>["nodes"][number];
export type Delivery = Extract<NonNullable<ResultOf<typeof DELIVERY>["node"]>, { __typename: "WebhookDelivery" }>;
