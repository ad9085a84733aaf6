// What the audit page asks for: what was done, who may have done it, and what the things are called.

import { graphql, type ResultOf } from "@/api/graphql";

export const AUDIT = graphql(`
  query AuditLogs($filter: AuditLogFilter, $first: Int, $after: String, $last: Int, $before: String) {
    auditLogs(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        action
        actor
        after
        apiKeyId
        before
        createdAt
        subject
        subjectId
        staff {
          id
          name
        }
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
`);

type Logs = NonNullable<ResultOf<typeof AUDIT>["auditLogs"]>;
export type Entry = Logs["nodes"][number];
export type Actor = Entry["actor"];

export const PEOPLE = graphql(`
  query AuditPeople {
    staffMembers(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export const THINGS = graphql(`
  query AuditThings($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on AiProvider {
        name
      }
      ... on ApiKey {
        name
      }
      ... on CannedReply {
        shortcut
      }
      ... on Conversation {
        customer {
          id
          profileName
          phone
        }
      }
      ... on Customer {
        profileName
        phone
      }
      ... on KnowledgeEntry {
        question
      }
      ... on Message {
        conversation {
          id
        }
      }
      ... on MessageTemplate {
        key
      }
      ... on Order {
        number
      }
      ... on Package {
        name
      }
      ... on PaymentMethod {
        label
      }
      ... on Scenario {
        name
      }
      ... on Service {
        name
      }
      ... on Staff {
        name
      }
      ... on SystemPrompt {
        key
      }
      ... on Webhook {
        name
      }
      ... on WebhookDelivery {
        webhook {
          id
          name
        }
      }
      ... on WhatsappAccount {
        name
      }
    }
  }
`);

export type Node = NonNullable<NonNullable<ResultOf<typeof THINGS>["nodes"]>[number]>;
