// One message: who said it, what, in answer to what, and how far it has come.

import { Anchor, UnstyledButton } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Words } from "@/ui/values";
import type { Chat, Message } from "../documents";
import { Content } from "./Content";
import { MessageState } from "./MessageState";
import type { MessageRow } from "./rows";
import { Trouble } from "./Trouble";

interface BubbleProps {
  row: MessageRow;
  customer: Chat["customer"];
  /** It was looked for. */
  isWanted: boolean;
  onQuoted: (id: string) => void;
  onWhy: (turn: string) => void;
}

export const Bubble = memo(function Bubble({ row, customer, isWanted, onQuoted, onWhy }: BubbleProps) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const { isFirst, message, quoted, reactions } = row;
  const { author, createdAt, direction, editedAt, id, isProactive, revokedAt, staff, state, turn } = message;
  const name = author === "STAFF" && staff ? staff.name : author === "CUSTOMER" ? (customer?.profileName ?? "") : "";
  return (
    <div className="bubble-line" data-side={direction} data-first={isFirst || undefined}>
      <article className="bubble" data-author={author} data-state={state} data-wanted={isWanted || undefined} data-message={id}>
        {/* Sighted readers see it once for a row of bubbles, and by side and colour after that. */}
        <p className={isFirst && author !== "CUSTOMER" ? "bubble-author" : "visually-hidden"}>
          <Words>{name || t(`authors.${author}`)}</Words>
          {isProactive && <span className="muted"> · {t("message.proactive")}</span>}
        </p>
        {quoted && <Quoted quoted={quoted} onQuoted={onQuoted} />}
        {revokedAt === null ? <Content message={message} /> : <p className="bubble-note">{t("message.revoked")}</p>}
        <p className="bubble-foot">
          {turn && author === "ASSISTANT" && (
            <Anchor
              component="button"
              className="bubble-why"
              onClick={() => {
                onWhy(turn.id);
              }}
            >
              {t("message.why")}
            </Anchor>
          )}
          {editedAt !== null && revokedAt === null && <span>{t("message.edited")}</span>}
          <time dateTime={createdAt} title={format.dateTime(createdAt)} className="num">
            {format.time(createdAt)}
          </time>
          {direction === "OUTBOUND" && <MessageState state={state} />}
        </p>
        {reactions.length > 0 && (
          <p className="bubble-reactions">
            <span className="visually-hidden">{t("message.reactions")} </span>
            {reactions.join(" ")}
          </p>
        )}
      </article>
      <Trouble message={message} />
    </div>
  );
});

function Quoted({ quoted, onQuoted }: { quoted: Message | "elsewhere"; onQuoted: (id: string) => void }) {
  const { t } = useTranslation("conversations");
  if (quoted === "elsewhere") return <p className="bubble-quote">{t("message.quotedEarlier")}</p>;
  const words = quoted.revokedAt === null ? quoted.text || quoted.transcript || t(`kinds.${quoted.kind}`) : t("message.revoked");
  return (
    <UnstyledButton
      className="bubble-quote"
      aria-label={t("message.showQuoted", { words })}
      onClick={() => {
        onQuoted(quoted.id);
      }}
    >
      <strong>{t(`authors.${quoted.author}`)}</strong>
      <span className="clip">
        <Words>{words}</Words>
      </span>
    </UnstyledButton>
  );
}
