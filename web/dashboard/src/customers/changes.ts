// What the pages of customers change, and the files that they ask for.

import { graphql } from "@/api/graphql";
import { CUSTOMER } from "./documents";

export const UPDATE = graphql(
  `
    mutation CustomerUpdate($input: CustomerUpdateInput!) {
      customerUpdate(input: $input) {
        ... on CustomerPayload {
          customer {
            ...CustomerProfile
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
  [CUSTOMER],
);

export const BLOCK = graphql(
  `
    mutation CustomerBlock($input: CustomerBlockInput!) {
      customerBlock(input: $input) {
        ... on CustomerPayload {
          customer {
            ...CustomerProfile
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
  [CUSTOMER],
);

export const UNBLOCK = graphql(
  `
    mutation CustomerUnblock($input: CustomerUnblockInput!) {
      customerUnblock(input: $input) {
        ... on CustomerPayload {
          customer {
            ...CustomerProfile
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
  [CUSTOMER],
);

export const MERGE = graphql(
  `
    mutation CustomerMerge($input: CustomerMergeInput!) {
      customerMerge(input: $input) {
        ... on CustomerPayload {
          customer {
            ...CustomerProfile
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
  [CUSTOMER],
);

export const ERASE = graphql(
  `
    mutation CustomerErase($input: CustomerEraseInput!) {
      customerErase(input: $input) {
        ... on CustomerPayload {
          customer {
            ...CustomerProfile
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
  [CUSTOMER],
);

export const ARCHIVE = graphql(`
  mutation CustomerArchiveCreate($input: CustomerArchiveCreateInput!) {
    customerArchiveCreate(input: $input) {
      ... on ExportPayload {
        url
        expiresAt
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const EXPORT = graphql(`
  mutation CustomerExportCreate($input: CustomerExportCreateInput!) {
    customerExportCreate(input: $input) {
      ... on ExportPayload {
        url
        expiresAt
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);
