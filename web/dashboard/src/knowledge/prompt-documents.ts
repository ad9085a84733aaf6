// What the page of prompts and templates asks the API about what the AI is told.

import { graphql, type ResultOf } from "@/api/graphql";

const PROMPT_PARTS = graphql(`
  fragment PromptParts on SystemPrompt {
    id
    key
    text
    shippedText
    isShipped
    version
    updatedAt
    variables {
      id
      name
      description
    }
    versions {
      id
      version
      text
      isShipped
      createdAt
      staff {
        id
        name
      }
    }
  }
`);

export const PROMPTS = graphql(
  `
    query Prompts {
      systemPrompts {
        ...PromptParts
      }
    }
  `,
  [PROMPT_PARTS],
);

export const PROMPT_UPDATE = graphql(
  `
    mutation PromptUpdate($input: SystemPromptUpdateInput!) {
      systemPromptUpdate(input: $input) {
        ... on SystemPromptPayload {
          systemPrompt {
            ...PromptParts
          }
        }
        ... on Error {
          code
          message
          path
        }
        ... on UnknownVariableError {
          variable
        }
        ... on TextChangedError {
          newestVersion
        }
      }
    }
  `,
  [PROMPT_PARTS],
);

export const PROMPT_RESTORE = graphql(
  `
    mutation PromptRestore($input: SystemPromptRestoreInput!) {
      systemPromptRestore(input: $input) {
        ... on SystemPromptPayload {
          systemPrompt {
            ...PromptParts
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
  [PROMPT_PARTS],
);

export const PROMPT_RESET = graphql(
  `
    mutation PromptReset($input: SystemPromptResetInput!) {
      systemPromptReset(input: $input) {
        ... on SystemPromptPayload {
          systemPrompt {
            ...PromptParts
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
  [PROMPT_PARTS],
);

export const PROMPT_PREVIEW = graphql(`
  query PromptPreview($id: ID!, $text: String, $language: String) {
    systemPromptPreview(id: $id, text: $text, language: $language) {
      text
      unusedVariables
    }
  }
`);

export type Prompt = ResultOf<typeof PROMPT_PARTS>;
