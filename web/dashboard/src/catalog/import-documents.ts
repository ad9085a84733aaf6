// What the import's page asks the API.

import { graphql, type ResultOf } from "@/api/graphql";

export const UPLOAD = graphql(`
  mutation CatalogUpload($input: MediaUploadCreateInput!) {
    mediaUploadCreate(input: $input) {
      ... on MediaUploadPayload {
        id
        putPath
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

const OUTCOME = graphql(`
  fragment ImportOutcome on CatalogImportPayload {
    isApplied
    problemCount
    createdCount
    updatedCount
    unchangedCount
    problems {
      code
      line
      message
      place
    }
    changes {
      kind
      serviceName
      packageName
      fields
      line
      place
    }
  }
`);

export const IMPORT = graphql(
  `
    mutation CatalogImport($input: CatalogImportInput!) {
      catalogImport(input: $input) {
        ... on CatalogImportPayload {
          ...ImportOutcome
        }
        ... on Error {
          code
          message
          path
        }
        ... on CatalogNotImportableError {
          problemCount
          problems {
            code
            line
            message
            place
          }
        }
      }
    }
  `,
  [OUTCOME],
);

export type Outcome = ResultOf<typeof OUTCOME>;
export type ImportProblem = Outcome["problems"][number];
export type ImportChange = Outcome["changes"][number];
