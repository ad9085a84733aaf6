// What the page of texts asks the API about canned replies.

import { graphql, type ResultOf } from "@/api/graphql";

const CANNED_PARTS = graphql(`
  fragment CannedParts on CannedReply {
    id
    shortcut
    language
    text
    updatedAt
  }
`);

export const CANNED_REPLIES = graphql(
  `
    query CannedTexts($search: String, $language: String) {
      cannedReplies(first: 100, filter: { search: $search, language: $language }) {
        nodes {
          ...CannedParts
        }
      }
    }
  `,
  [CANNED_PARTS],
);

export const CANNED_REPLY = graphql(
  `
    query CannedText($id: ID!) {
      node(id: $id) {
        id
        ... on CannedReply {
          ...CannedParts
        }
      }
    }
  `,
  [CANNED_PARTS],
);

export const CANNED_CREATE = graphql(
  `
    mutation CannedReplyCreate($input: CannedReplyCreateInput!) {
      cannedReplyCreate(input: $input) {
        ... on CannedReplyPayload {
          cannedReply {
            ...CannedParts
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
  [CANNED_PARTS],
);

export const CANNED_UPDATE = graphql(
  `
    mutation CannedReplyUpdate($input: CannedReplyUpdateInput!) {
      cannedReplyUpdate(input: $input) {
        ... on CannedReplyPayload {
          cannedReply {
            ...CannedParts
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
  [CANNED_PARTS],
);

export const CANNED_DELETE = graphql(`
  mutation CannedReplyDelete($input: CannedReplyDeleteInput!) {
    cannedReplyDelete(input: $input) {
      ... on CannedReplyDeletePayload {
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

export type Canned = ResultOf<typeof CANNED_PARTS>;
