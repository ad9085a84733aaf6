// What the catalogue's pages ask the API.

import { graphql, type ResultOf } from "@/api/graphql";

export const PACKAGE = graphql(`
  fragment PackageParts on Package {
    id
    name
    description
    features
    durationCount
    durationUnit
    isActive
    position
    price {
      amount
      currency
    }
  }
`);

export const SERVICE = graphql(
  `
    fragment ServiceParts on Service {
      id
      name
      description
      isActive
      position
      packages {
        ...PackageParts
      }
    }
  `,
  [PACKAGE],
);

/** Packages are asked for where a search or "hidden" may find one in a service that does not match itself. */
export const CATALOG = graphql(
  `
    query Catalog($first: Int, $after: String, $last: Int, $before: String, $search: String, $isActive: Boolean, $byPackage: Boolean!) {
      services(first: $first, after: $after, last: $last, before: $before, filter: { search: $search, isActive: $isActive }) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...ServiceParts
        }
      }
      packages(first: 20, filter: { search: $search, isActive: $isActive }) @include(if: $byPackage) {
        nodes {
          id
          service {
            ...ServiceParts
          }
        }
      }
    }
  `,
  [SERVICE],
);

export type Service = ResultOf<typeof SERVICE>;
export type Package = ResultOf<typeof PACKAGE>;

export const CHAT_PREVIEW = graphql(`
  query ChatPreview($serviceId: ID, $packageId: ID, $language: String) {
    chatPreview(serviceId: $serviceId, packageId: $packageId, language: $language) {
      language
      pages
      isOnSale
    }
  }
`);

export const SERVICE_CREATE = graphql(
  `
    mutation ServiceCreate($input: ServiceCreateInput!) {
      serviceCreate(input: $input) {
        ... on ServicePayload {
          service {
            ...ServiceParts
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
  [SERVICE],
);

export const SERVICE_UPDATE = graphql(`
  mutation ServiceUpdate($input: ServiceUpdateInput!) {
    serviceUpdate(input: $input) {
      ... on ServicePayload {
        service {
          id
          name
          description
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

export const SERVICE_PUBLISH = graphql(`
  mutation ServicePublish($input: ServicePublishInput!) {
    servicePublish(input: $input) {
      ... on ServicePayload {
        service {
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

export const SERVICE_UNPUBLISH = graphql(`
  mutation ServiceUnpublish($input: ServiceUnpublishInput!) {
    serviceUnpublish(input: $input) {
      ... on ServicePayload {
        service {
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

export const SERVICE_REORDER = graphql(`
  mutation ServiceReorder($input: ServiceReorderInput!) {
    serviceReorder(input: $input) {
      ... on ServiceReorderPayload {
        services {
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

export const SERVICE_DUPLICATE = graphql(
  `
    mutation ServiceDuplicate($input: ServiceDuplicateInput!) {
      serviceDuplicate(input: $input) {
        ... on ServicePayload {
          service {
            ...ServiceParts
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
  [SERVICE],
);

export const SERVICE_DELETE = graphql(`
  mutation ServiceDelete($input: ServiceDeleteInput!) {
    serviceDelete(input: $input) {
      ... on ServiceDeletePayload {
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

export const EXPORT = graphql(`
  mutation CatalogExport($input: CatalogExportCreateInput!) {
    catalogExportCreate(input: $input) {
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
