// What the page of prompts and templates asks the API.

import { graphql, type ResultOf } from "@/api/graphql";

export const TEMPLATES = graphql(`
  query Templates(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $search: String
    $language: String
    $isShipped: Boolean
  ) {
    messageTemplates(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: { search: $search, language: $language, isShipped: $isShipped }
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        key
        language
        text
        isShipped
      }
    }
  }
`);

const TEMPLATE_PARTS = graphql(`
  fragment TemplateParts on MessageTemplate {
    id
    key
    language
    text
    shippedText
    isShipped
    version
    updatedAt
    variables
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

export const TEMPLATE = graphql(
  `
    query Template($id: ID!) {
      node(id: $id) {
        id
        ... on MessageTemplate {
          ...TemplateParts
        }
      }
    }
  `,
  [TEMPLATE_PARTS],
);

export const TEMPLATE_UPDATE = graphql(
  `
    mutation TemplateUpdate($input: MessageTemplateUpdateInput!) {
      messageTemplateUpdate(input: $input) {
        ... on MessageTemplatePayload {
          messageTemplate {
            ...TemplateParts
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
  [TEMPLATE_PARTS],
);

export const TEMPLATE_RESTORE = graphql(
  `
    mutation TemplateRestore($input: MessageTemplateRestoreInput!) {
      messageTemplateRestore(input: $input) {
        ... on MessageTemplatePayload {
          messageTemplate {
            ...TemplateParts
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
  [TEMPLATE_PARTS],
);

export const TEMPLATE_RESET = graphql(
  `
    mutation TemplateReset($input: MessageTemplateResetInput!) {
      messageTemplateReset(input: $input) {
        ... on MessageTemplatePayload {
          messageTemplate {
            ...TemplateParts
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
  [TEMPLATE_PARTS],
);

export const TEMPLATE_PREVIEW = graphql(`
  query TemplatePreview($id: ID!, $text: String, $orderId: ID) {
    messageTemplatePreview(id: $id, text: $text, orderId: $orderId) {
      text
      unusedVariables
    }
  }
`);

export const RECENT_ORDERS = graphql(`
  query OrdersToPreview {
    orders(first: 15) {
      nodes {
        id
        number
        packageName
      }
    }
  }
`);

export type TemplateRow = NonNullable<ResultOf<typeof TEMPLATES>["messageTemplates"]>["nodes"][number];
export type Template = ResultOf<typeof TEMPLATE_PARTS>;
