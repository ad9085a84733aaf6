// What is asked of API keys, and what is changed of them.

import { graphql, type FragmentOf } from "@/api/graphql";

const API_KEY = graphql(`
  fragment ApiKeyParts on ApiKey {
    id
    name
    prefix
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
    createdBy {
      id
      name
    }
  }
`);

export const API_KEYS = graphql(
  `
    query ApiKeys($first: Int, $after: String, $last: Int, $before: String, $filter: ApiKeyFilter) {
      apiKeys(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: $filter
        orderBy: { field: CREATED_AT, direction: DESC }
      ) {
        totalCount
        nodes {
          ...ApiKeyParts
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
  [API_KEY],
);

export const CREATE_KEY = graphql(
  `
    mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
      apiKeyCreate(input: $input) {
        ... on ApiKeyCreatePayload {
          key
          apiKey {
            ...ApiKeyParts
          }
        }
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [API_KEY],
);

export const UPDATE_KEY = graphql(
  `
    mutation ApiKeyUpdate($input: ApiKeyUpdateInput!) {
      apiKeyUpdate(input: $input) {
        ... on ApiKeyPayload {
          apiKey {
            ...ApiKeyParts
          }
        }
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [API_KEY],
);

export const REVOKE_KEY = graphql(`
  mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
    apiKeyRevoke(input: $input) {
      ... on ApiKeyPayload {
        apiKey {
          id
          revokedAt
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

export type ApiKey = FragmentOf<typeof API_KEY>;
