// The chat on the phone: it stays at its newest message unless somebody reads further up.

import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import type { Said } from "../documents";
import type { SimulatedChat } from "../useChat";
import type { Pending } from "../useWriting";
import { Bubble, type BubbleActions } from "./Bubble";
import { rowsOf } from "./rows";

const NEAR_PIXELS = 120;

interface ThreadProps {
  chat: SimulatedChat;
  pending: readonly Pending[];
  shop: string;
  actions: BubbleActions;
  /** What stands there before anything was said. */
  start: ReactNode;
}

export function Thread({ chat, pending, shop, actions, start }: ThreadProps) {
  const { t } = useTranslation("simulator");
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const rows = rowsOf(chat.messages, pending, format.date);
  const newest = rows.at(-1);
  const answeredUntil = lastOfShop(chat.messages);
  useEffect(() => {
    const thread = place.current;
    if (thread !== null && (isAtEnd.current || newest?.pending)) thread.scrollTop = thread.scrollHeight;
  }, [newest?.key, newest?.pending, rows.length, chat.isShopWriting]);
  return (
    <div
      ref={place}
      className="sim-thread"
      role="log"
      aria-label={t("phone.chat", { shop })}
      // A long chat is scrolled by keyboard too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PIXELS;
      }}
    >
      {rows.length === 0 && !chat.isLoading && start}
      {rows.map((row) => (
        <div key={row.key} className="sim-row">
          {row.day !== null && <p className="sim-day">{row.day}</p>}
          <Bubble row={row} shop={shop} isAnswered={row.createdAt < answeredUntil} actions={actions} />
        </div>
      ))}
      {chat.lost.length > 0 && <p className="sim-day sim-lost">{t("phone.lost", { count: chat.lost.length })}</p>}
      {chat.isShopWriting && (
        <p className="sim-line">
          <span className="sim-bubble sim-dots" data-side="shop" data-first>
            <span className="visually-hidden">{t("phone.writing")}</span>
            <i aria-hidden />
            <i aria-hidden />
            <i aria-hidden />
          </span>
        </p>
      )}
    </div>
  );
}

function lastOfShop(messages: readonly Said[]): string {
  return messages.findLast(({ direction }) => direction === "OUTBOUND")?.createdAt ?? "";
}
