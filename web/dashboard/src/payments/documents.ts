// What the page of the ways to pay asks the API.

import { graphql, type ResultOf } from "@/api/graphql";

export const METHOD = graphql(`
  fragment MethodParts on PaymentMethod {
    id
    kind
    label
    payeeName
    bankName
    currency
    instructions
    isActive
    position
    updatedAt
    accountNumber @include(if: $numbers)
  }
`);

export const METHODS = graphql(
  `
    query PaymentMethods($numbers: Boolean!) {
      paymentMethods(first: 100) {
        nodes {
          ...MethodParts
        }
      }
    }
  `,
  [METHOD],
);

export type Method = ResultOf<typeof METHOD>;

export const PREVIEW = graphql(`
  query PaymentPreview($currency: String, $language: String) {
    paymentPreview(currency: $currency, language: $language) {
      text
      methodCount
    }
  }
`);

export const METHOD_CREATE = graphql(
  `
    mutation PaymentMethodCreate($input: PaymentMethodCreateInput!, $numbers: Boolean!) {
      paymentMethodCreate(input: $input) {
        ... on PaymentMethodPayload {
          paymentMethod {
            ...MethodParts
          }
        }
        ... on Error {
          code
          message
          path
        }
        ... on RateLimitedError {
          retryAfterSeconds
        }
      }
    }
  `,
  [METHOD],
);

export const METHOD_UPDATE = graphql(
  `
    mutation PaymentMethodUpdate($input: PaymentMethodUpdateInput!, $numbers: Boolean!) {
      paymentMethodUpdate(input: $input) {
        ... on PaymentMethodPayload {
          paymentMethod {
            ...MethodParts
          }
        }
        ... on Error {
          code
          message
          path
        }
        ... on RateLimitedError {
          retryAfterSeconds
        }
      }
    }
  `,
  [METHOD],
);

export const METHOD_REORDER = graphql(`
  mutation PaymentMethodReorder($input: PaymentMethodReorderInput!) {
    paymentMethodReorder(input: $input) {
      ... on PaymentMethodReorderPayload {
        paymentMethods {
          id
          position
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

export const METHOD_DELETE = graphql(`
  mutation PaymentMethodDelete($input: PaymentMethodDeleteInput!) {
    paymentMethodDelete(input: $input) {
      ... on PaymentMethodDeletePayload {
        deletedId
      }
      ... on Error {
        code
        message
        path
      }
      ... on RateLimitedError {
        retryAfterSeconds
      }
      ... on LastPaymentMethodError {
        openOrderCount
      }
    }
  }
`);
