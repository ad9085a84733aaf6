// What staff do with a chat.

import { graphql } from "@/api/graphql";
import { MESSAGE } from "@/app/Live";

/** What of a chat its changes may move; the lists hear of it live. */
const STATE = graphql(`
  fragment ChatState on ConversationPayload {
    conversation {
      id
      aiResumesAt
      answeredBy
      attention
      status
      tags
      unreadCount
      assignedTo {
        id
        name
      }
    }
  }
`);

export const TAKE_OVER = graphql(
  `
    mutation TakeOver($id: ID!, $key: String) {
      conversationTakeOver(input: { id: $id, idempotencyKey: $key }) {
        __typename
        ...ChatState
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [STATE],
);

export const HAND_BACK = graphql(
  `
    mutation HandBack($id: ID!, $at: DateTime, $key: String) {
      conversationHandBack(input: { id: $id, at: $at, idempotencyKey: $key }) {
        __typename
        ...ChatState
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [STATE],
);

export const PAUSE = graphql(
  `
    mutation Pause($id: ID!, $until: DateTime, $key: String) {
      conversationPause(input: { id: $id, until: $until, idempotencyKey: $key }) {
        __typename
        ...ChatState
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [STATE],
);

export const MARK_READ = graphql(
  `
    mutation MarkRead($id: ID!) {
      conversationMarkRead(input: { id: $id }) {
        __typename
        ...ChatState
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [STATE],
);

export const CLEAR_ATTENTION = graphql(
  `
    mutation ClearAttention($id: ID!) {
      conversationClearAttention(input: { id: $id }) {
        __typename
        ...ChatState
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [STATE],
);

export const ASSIGN = graphql(
  `
    mutation Assign($id: ID!, $staffId: ID) {
      conversationAssign(input: { id: $id, staffId: $staffId }) {
        __typename
        ...ChatState
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [STATE],
);

export const TAG = graphql(
  `
    mutation Tag($id: ID!, $tags: [String!]!) {
      conversationTag(input: { id: $id, tags: $tags }) {
        __typename
        ...ChatState
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [STATE],
);

export const SEND = graphql(
  `
    mutation Send($id: ID!, $text: String!, $uploadId: ID, $key: String!) {
      messageSend(input: { conversationId: $id, text: $text, uploadId: $uploadId, idempotencyKey: $key }) {
        __typename
        ... on MessagePayload {
          sentMessage {
            ...LiveMessage
            conversation {
              id
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
  `,
  [MESSAGE],
);

export const RETRY = graphql(
  `
    mutation Retry($id: ID!, $key: String!) {
      messageRetry(input: { id: $id, idempotencyKey: $key }) {
        __typename
        ... on MessagePayload {
          sentMessage {
            ...LiveMessage
            conversation {
              id
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
  `,
  [MESSAGE],
);

export const UPLOAD = graphql(`
  mutation Upload($fileName: String!, $contentType: String!, $byteSize: Int!) {
    mediaUploadCreate(
      input: { purpose: MESSAGE, fileName: $fileName, contentType: $contentType, byteSize: $byteSize }
    ) {
      __typename
      ... on MediaUploadPayload {
        id
        putPath
        byteLimit
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const NOTE_ADD = graphql(`
  mutation NoteAdd($id: ID!, $text: String!, $key: String!) {
    conversationNoteAdd(input: { conversationId: $id, text: $text, idempotencyKey: $key }) {
      __typename
      ... on ConversationNotePayload {
        conversation {
          id
          notes(last: 50) {
            nodes {
              id
              text
              createdAt
              staff {
                id
                name
              }
            }
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

export const NOTE_DELETE = graphql(`
  mutation NoteDelete($id: ID!) {
    conversationNoteDelete(input: { id: $id }) {
      __typename
      ... on ConversationPayload {
        conversation {
          id
          notes(last: 50) {
            nodes {
              id
            }
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
