// What is asked of AI providers, and asked to be done with them.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

export const PROVIDER = graphql(`
  fragment Provider on AiProvider {
    id
    name
    type
    model
    hasKey
    keyEnding
    priority
    dailyLimit
    usedToday
    isActive
    state
    coolingUntil
    trouble
    prices {
      id
      validFrom
      currency
      read
      written
    }
  }
`);

export const PROVIDERS = graphql(
  `
    query Providers {
      aiProviders(first: 100) {
        nodes {
          ...Provider
        }
      }
      aiProviderKinds {
        id
        name
        label
        seedModel
      }
    }
  `,
  [PROVIDER],
);

export const PROVIDER_CHANGED = graphql(
  `
    subscription ProviderChanged($after: String) {
      aiProviderChanged(after: $after) {
        cursor
        providerId
        provider {
          ...Provider
        }
      }
    }
  `,
  [PROVIDER],
);

export const CREATE = graphql(
  `
    mutation ProviderCreate($input: AiProviderCreateInput!) {
      aiProviderCreate(input: $input) {
        ... on AiProviderPayload {
          provider {
            ...Provider
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
  [PROVIDER],
);

export const UPDATE = graphql(
  `
    mutation ProviderUpdate($input: AiProviderUpdateInput!) {
      aiProviderUpdate(input: $input) {
        ... on AiProviderPayload {
          provider {
            ...Provider
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
  [PROVIDER],
);

export const REORDER = graphql(
  `
    mutation ProviderReorder($input: AiProviderReorderInput!) {
      aiProviderReorder(input: $input) {
        ... on AiProviderReorderPayload {
          providers {
            ...Provider
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
  [PROVIDER],
);

export const SET_PRICE = graphql(
  `
    mutation ProviderPriceSet($input: AiProviderPriceSetInput!) {
      aiProviderPriceSet(input: $input) {
        ... on AiProviderPayload {
          provider {
            ...Provider
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
  [PROVIDER],
);

export const TEST = graphql(
  `
    mutation ProviderTest($input: AiProviderTestInput!) {
      aiProviderTest(input: $input) {
        ... on AiProviderTestPayload {
          isWorking
          outcome
          milliseconds
          tokensRead
          tokensWritten
          provider {
            ...Provider
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
  [PROVIDER],
);

export const DELETE = graphql(`
  mutation ProviderDelete($input: AiProviderDeleteInput!) {
    aiProviderDelete(input: $input) {
      ... on AiProviderDeletePayload {
        deletedId
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export type Provider = FragmentOf<typeof PROVIDER>;
export type Kind = NonNullable<ResultOf<typeof PROVIDERS>["aiProviderKinds"]>[number];
type TestResult = NonNullable<ResultOf<typeof TEST>["aiProviderTest"]>;
export type Tested = Extract<TestResult, { isWorking: boolean }>;
