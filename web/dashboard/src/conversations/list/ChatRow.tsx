// One chat in the list: who, what was said last, and whether somebody should look.

import { Bot, Pause, UserRound } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Words } from "@/ui/values";
import type { ChatInList } from "../documents";
import { draftOf } from "../composer/drafts";
import { CustomerAvatar, CustomerName } from "../names";
import { useAttention } from "../reasons";
import { useRowTime } from "../times";
import { Marked } from "./Marked";

interface ChatRowProps {
  chat: ChatInList;
  isOpen: boolean;
  /** Where the words that are searched for were said. */
  found: { id: string; text: string } | undefined;
  words: string;
}

const ANSWERED_BY = { AI: Bot, HUMAN: UserRound, PAUSED: Pause } as const;

export const ChatRow = memo(function ChatRow({ chat, isOpen, found, words }: ChatRowProps) {
  const { t } = useTranslation("conversations");
  const [parameters] = useSearchParams();
  const rowTime = useRowTime();
  const attention = useAttention();
  const { answeredBy, assignedTo, customer, lastMessageAt, unreadCount } = chat;
  const Icon = ANSWERED_BY[answeredBy];
  const search = new URLSearchParams(parameters);
  search.delete("message");
  search.delete("turn");
  if (found) search.set("message", found.id);
  return (
    <Link
      to={{ pathname: `/conversations/${chat.id}`, search: search.toString() }}
      className="chat-row"
      aria-current={isOpen ? "true" : undefined}
      data-unread={unreadCount > 0 || undefined}
    >
      <CustomerAvatar customer={customer} />
      <span className="chat-row-lines">
        <span className="chat-row-line">
          <span className="chat-row-name clip">
            <CustomerName customer={customer} />
          </span>
          <time dateTime={lastMessageAt} className="chat-row-time num">
            {rowTime(lastMessageAt)}
          </time>
        </span>
        <span className="chat-row-line">
          <span className="chat-row-text">
            {found ? <Marked text={found.text} words={words} /> : <LastWords chat={chat} isOpen={isOpen} />}
          </span>
          {unreadCount > 0 && (
            <span className="chat-row-unread num">
              <span aria-hidden>{unreadCount > 99 ? "99+" : unreadCount}</span>
              <span className="visually-hidden">{t("unread", { count: unreadCount })}</span>
            </span>
          )}
        </span>
        <span className="chat-row-line chat-row-marks">
          <Icon size={13} aria-hidden />
          <span className="clip">{assignedTo ? <Words>{assignedTo.name}</Words> : t(`answers.${answeredBy}`)}</span>
          {chat.attention && <span className="chat-row-attention clip">{attention(chat.attention)}</span>}
        </span>
      </span>
    </Link>
  );
});

function LastWords({ chat, isOpen }: { chat: ChatInList; isOpen: boolean }) {
  const { t } = useTranslation("conversations");
  const { lastMessage } = chat;
  const draft = isOpen ? "" : draftOf(chat.id);
  if (draft !== "") {
    return (
      <>
        <span className="chat-draft">{t("draft")}</span> <Line>{draft}</Line>
      </>
    );
  }
  if (!lastMessage) return null;
  const { author, kind, revokedAt, text, transcript } = lastMessage;
  const words = revokedAt !== null ? t("message.revoked") : text || transcript || t(`kinds.${kind}`);
  return (
    <>
      {author !== "CUSTOMER" && <span>{t(`authors.${author}`)}: </span>}
      <Line>{withoutMarks(words)}</Line>
    </>
  );
}

/** Cut at its own end, whichever direction it is read in. */
function Line({ children }: { children: string }) {
  return (
    <span className="clip" dir="auto">
      {children}
    </span>
  );
}

/** In one line there is no room for bold and italics. */
function withoutMarks(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])([*_~])(?!\s)(.+?)(?<!\s)\1(?![\p{L}\p{N}])/gu, "$2");
}
