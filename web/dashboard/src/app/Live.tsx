// What every page hears of while somebody is signed in: messages, chats, orders, notices. The cache spreads it.

import { graphql } from "@/api/graphql";
import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";

/** Not the chat it belongs to: a page of messages is not to be read anew whenever something else of the chat moves. */
export const MESSAGE = graphql(`
  fragment LiveMessage on Message {
    id
    author
    createdAt
    deliveredAt
    detail
    direction
    editedAt
    failure
    kind
    readAt
    revokedAt
    sentAt
    state
    text
    transcript
    whatsappId
    quotedWhatsappId
    isProactive
    retriedBy {
      id
    }
    staff {
      id
      name
    }
    media {
      id
      contentType
      fileName
      byteSize
      isDeleted
      url
      previewUrl
    }
    turn {
      id
    }
  }
`);

/** All that a list of chats shows, so that a new one comes into it without being asked for. */
export const CHAT = graphql(`
  fragment LiveChat on Conversation {
    id
    aiResumesAt
    answeredBy
    attention
    closedAt
    createdAt
    lastCustomerMessageAt
    lastMessageAt
    status
    tags
    unreadCount
    account {
      id
      name
    }
    assignedTo {
      id
      name
    }
    customer {
      id
      profileName
      phone
      language
      blockedAt
    }
    lastMessage {
      id
      author
      direction
      kind
      revokedAt
      state
      text
      transcript
    }
  }
`);

const MESSAGE_ADDED = graphql(
  `
    subscription MessageAdded($after: String) {
      messageAdded(after: $after) {
        cursor
        message {
          ...LiveMessage
          conversation {
            ...LiveChat
          }
        }
      }
    }
  `,
  [MESSAGE, CHAT],
);

const MESSAGE_CHANGED = graphql(
  `
    subscription MessageChanged($after: String) {
      messageChanged(after: $after) {
        cursor
        message {
          ...LiveMessage
          conversation {
            id
          }
        }
      }
    }
  `,
  [MESSAGE],
);

const CONVERSATION_CHANGED = graphql(
  `
    subscription ConversationChanged($after: String) {
      conversationChanged(after: $after) {
        cursor
        conversation {
          ...LiveChat
        }
      }
    }
  `,
  [CHAT],
);

const ORDER_CHANGED = graphql(`
  subscription OrderChanged($after: String) {
    orderChanged(after: $after) {
      cursor
      isNew
      order {
        id
        number
        status
        paidAt
        expiresAt
        updatedAt
        conversation {
          id
        }
      }
    }
  }
`);

const NOTICE_RAISED = graphql(`
  subscription NoticeRaised($after: String) {
    noticeRaised(after: $after) {
      cursor
      notice {
        id
        kind
        createdAt
        isSeen
        resolvedAt
      }
    }
  }
`);

const NOTICE_CHANGED = graphql(`
  subscription NoticeChanged($after: String) {
    noticeChanged(after: $after) {
      cursor
      notice {
        id
        isSeen
        resolvedAt
      }
    }
  }
`);

export function Live() {
  const { can } = useSession();
  const chats = { pause: !can("conversations:read") };
  useLive(MESSAGE_ADDED, {}, chats);
  useLive(MESSAGE_CHANGED, {}, chats);
  useLive(CONVERSATION_CHANGED, {}, chats);
  useLive(ORDER_CHANGED, {}, { pause: !can("orders:read") });
  useLive(NOTICE_RAISED, {}, { pause: !can("notices:read") });
  useLive(NOTICE_CHANGED, {}, { pause: !can("notices:read") });
  return null;
}
