// What the page asks of chats.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";
import { CHAT as CHAT_PARTS, MESSAGE } from "@/app/Live";

export const CHATS = graphql(
  `
    query Chats($filter: ConversationFilter, $after: String) {
      conversations(first: 30, after: $after, filter: $filter) {
        nodes {
          ...LiveChat
        }
        pageInfo {
          startCursor
          endCursor
          hasNextPage
          hasPreviousPage
        }
      }
    }
  `,
  [CHAT_PARTS],
);

/** Where the words that were searched for were said. */
export const FOUND_MESSAGES = graphql(`
  query FoundMessages($words: String!) {
    messages(first: 60, filter: { search: $words }) {
      nodes {
        id
        text
        conversation {
          id
        }
      }
    }
  }
`);

export const CHAT = graphql(
  `
    query Chat($id: ID!) {
      conversation(id: $id) {
        ...LiveChat
      }
    }
  `,
  [CHAT_PARTS],
);

/** A page of a chat's messages, the newest first. */
export const MESSAGES = graphql(
  `
    query ChatMessages($id: ID!, $after: String) {
      messages(first: 60, after: $after, filter: { conversationId: $id }) {
        nodes {
          ...LiveMessage
        }
        pageInfo {
          startCursor
          endCursor
          hasNextPage
          hasPreviousPage
        }
      }
    }
  `,
  [MESSAGE],
);

export const MEDIA = graphql(`
  query Media($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on MediaFile {
        isDeleted
        url
        previewUrl
      }
    }
  }
`);

export const CUSTOMER_TYPING = graphql(`
  subscription CustomerTyping($id: ID!, $after: String) {
    customerTyping(conversationId: $id, after: $after) {
      cursor
      isTyping
      conversation {
        id
      }
    }
  }
`);

export type Chat = NonNullable<ResultOf<typeof CHAT>["conversation"]>;
export type ChatInList = FragmentOf<typeof CHAT_PARTS>;
export type Message = FragmentOf<typeof MESSAGE>;
export type Media = NonNullable<Message["media"]>;
