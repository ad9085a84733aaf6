// One bubble on the customer's phone, and what a customer can do with it.

import { ActionIcon, Menu } from "@mantine/core";
import { ChevronDown, CornerUpLeft, Eye, Pencil, Repeat, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { WhatsappText } from "@/ui/WhatsappText";
import { Words } from "@/ui/values";
import type { Said } from "../documents";
import { Attached, Unsent } from "./Attached";
import type { BubbleRow } from "./rows";
import { Ticks, type Progress } from "./Ticks";

const EMOJI = ["👍", "❤️", "😂", "🙏"];

export interface BubbleActions {
  onReply: (message: Said) => void;
  onEdit: (message: Said) => void;
  onRevoke: (message: Said) => void;
  onRepeat: (message: Said) => void;
  onReact: (message: Said, emoji: string) => void;
  onWhy: (turn: string) => void;
  onDiscard: (key: string) => void;
}

interface BubbleProps {
  row: BubbleRow;
  shop: string;
  isAnswered: boolean;
  actions: BubbleActions;
}

export function Bubble({ row, shop, isAnswered, actions }: BubbleProps) {
  const { t } = useTranslation("simulator");
  const format = useFormat();
  const { message, pending, isOurs, isFirst, quoted, reactions, createdAt } = row;
  const text = message?.text ?? pending?.text ?? "";
  return (
    <div className="sim-line" data-ours={isOurs || undefined}>
      <article className="sim-bubble" data-first={isFirst || undefined} data-side={isOurs ? "customer" : "shop"} data-state={message?.state}>
        <h2 className="visually-hidden">{isOurs ? t("bubble.you") : shop}</h2>
        {quoted && (
          <p className="sim-quote">
            <b>{quoted.direction === "INBOUND" ? t("bubble.you") : <Words>{shop}</Words>}</b>
            <span className="clip">
              <Words>{quoted.text || t(`kinds.${quoted.kind}`)}</Words>
            </span>
          </p>
        )}
        {message?.revokedAt != null ? (
          <p className="sim-note">{isOurs ? t("bubble.youRevoked") : t("bubble.revoked")}</p>
        ) : (
          <>
            {message && <Attached message={message} />}
            {pending?.file && <Unsent file={pending.file} />}
            {text !== "" && <WhatsappText>{text}</WhatsappText>}
          </>
        )}
        <p className="sim-foot">
          {message?.author === "PHONE" && <span>{t("bubble.fromPhone")}</span>}
          {message?.author === "STAFF" && <span>{t("bubble.fromStaff")}</span>}
          {message?.editedAt != null && message.revokedAt === null && <span>{t("bubble.edited")}</span>}
          <time dateTime={createdAt} className="num">
            {format.time(createdAt)}
          </time>
          {isOurs && <Ticks progress={progressOf(row, isAnswered)} />}
        </p>
        {reactions.length > 0 && (
          <p className="sim-reactions" aria-label={t("bubble.reactions")}>
            {reactions.join(" ")}
          </p>
        )}
        {message !== null && message.revokedAt === null && <Choices message={message} isOurs={isOurs} actions={actions} />}
      </article>
      {pending?.problem != null && (
        <p className="sim-problem" role="alert">
          {pending.problem.message}{" "}
          <button
            type="button"
            onClick={() => {
              actions.onDiscard(pending.key);
            }}
          >
            {t("bubble.discard")}
          </button>
        </p>
      )}
    </div>
  );
}

function progressOf({ message, pending }: BubbleRow, isAnswered: boolean): Progress {
  if (message !== null) return isAnswered ? "answered" : "arrived";
  if (pending?.problem != null) return "failed";
  return pending?.whatsappId == null ? "sending" : "sent";
}

function Choices({ message, isOurs, actions }: { message: Said; isOurs: boolean; actions: BubbleActions }) {
  const { t } = useTranslation("simulator");
  const { turn } = message;
  const isText = message.kind === "TEXT";
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon className="sim-more" size={24} radius="xl" aria-label={t("bubble.more")}>
          <ChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {turn !== null && (
          <Menu.Item
            leftSection={<Eye size={16} aria-hidden />}
            onClick={() => {
              actions.onWhy(turn.id);
            }}
          >
            {t("bubble.why")}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<CornerUpLeft size={16} aria-hidden className="turned" />}
          onClick={() => {
            actions.onReply(message);
          }}
        >
          {t("bubble.reply")}
        </Menu.Item>
        {!isOurs &&
          EMOJI.map((emoji) => (
            <Menu.Item
              key={emoji}
              leftSection={<span aria-hidden>{emoji}</span>}
              onClick={() => {
                actions.onReact(message, emoji);
              }}
            >
              {t("bubble.react", { emoji })}
            </Menu.Item>
          ))}
        {isOurs && isText && (
          <>
            <Menu.Item
              leftSection={<Pencil size={16} aria-hidden />}
              onClick={() => {
                actions.onEdit(message);
              }}
            >
              {t("bubble.edit")}
            </Menu.Item>
            <Menu.Item
              leftSection={<Repeat size={16} aria-hidden />}
              onClick={() => {
                actions.onRepeat(message);
              }}
            >
              {t("bubble.repeat")}
            </Menu.Item>
          </>
        )}
        {isOurs && (
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={16} aria-hidden />}
            onClick={() => {
              actions.onRevoke(message);
            }}
          >
            {t("bubble.revoke")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
