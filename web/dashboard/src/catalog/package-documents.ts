// What the catalogue's pages ask the API about single packages.

import { graphql } from "@/api/graphql";
import { PACKAGE } from "./documents";

export const PACKAGE_CREATE = graphql(
  `
    mutation PackageCreate($input: PackageCreateInput!) {
      packageCreate(input: $input) {
        ... on PackagePayload {
          package {
            ...PackageParts
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
  [PACKAGE],
);

export const PACKAGE_UPDATE = graphql(
  `
    mutation PackageUpdate($input: PackageUpdateInput!) {
      packageUpdate(input: $input) {
        ... on PackagePayload {
          package {
            ...PackageParts
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
  [PACKAGE],
);

export const PACKAGE_PUBLISH = graphql(`
  mutation PackagePublish($input: PackagePublishInput!) {
    packagePublish(input: $input) {
      ... on PackagePayload {
        package {
          id
          isActive
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

export const PACKAGE_UNPUBLISH = graphql(`
  mutation PackageUnpublish($input: PackageUnpublishInput!) {
    packageUnpublish(input: $input) {
      ... on PackagePayload {
        package {
          id
          isActive
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

export const PACKAGE_REORDER = graphql(`
  mutation PackageReorder($input: PackageReorderInput!) {
    packageReorder(input: $input) {
      ... on ServicePayload {
        service {
          id
          packages {
            id
            position
          }
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

export const PACKAGE_DUPLICATE = graphql(
  `
    mutation PackageDuplicate($input: PackageDuplicateInput!) {
      packageDuplicate(input: $input) {
        ... on PackagePayload {
          package {
            ...PackageParts
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
  [PACKAGE],
);

export const PACKAGE_DELETE = graphql(`
  mutation PackageDelete($input: PackageDeleteInput!) {
    packageDelete(input: $input) {
      ... on PackageDeletePayload {
        deletedId
      }
      ... on Error {
        code
        message
        path
      }
      ... on DeletionNeedsConfirmationError {
        packageCount
        openDraftCount
        orderCount
      }
    }
  }
`);
