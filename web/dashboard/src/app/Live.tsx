// What every page hears of while somebody is signed in: messages, chats, orders, notices. The cache spreads it.

import { graphql } from "@/api/graphql";
import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";

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
    conversation {
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

const MESSAGE_ADDED = graphql(
  `
    subscription MessageAdded($after: String) {
      messageAdded(after: $after) {
        cursor
        message {
          ...LiveMessage
        }
      }
    }
  `,
  [MESSAGE],
);

const MESSAGE_CHANGED = graphql(
  `
    subscription MessageChanged($after: String) {
      messageChanged(after: $after) {
        cursor
        message {
          ...LiveMessage
        }
      }
    }
  `,
  [MESSAGE],
);

const CONVERSATION_CHANGED = graphql(`
  subscription ConversationChanged($after: String) {
    conversationChanged(after: $after) {
      cursor
      conversation {
        id
        aiResumesAt
        answeredBy
        attention
        closedAt
        lastCustomerMessageAt
        lastMessageAt
        status
        tags
        unreadCount
        assignedTo {
          id
          name
        }
      }
    }
  }
`);

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
