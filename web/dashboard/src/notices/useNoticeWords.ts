// What a notice says: what happened to what, and what to do about it.

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { detailOf } from "./kinds";
import type { Notice } from "./useNotices";

const REASONS = ["ASKED_FOR_HUMAN", "FLOOD", "PROOF_WAITING", "SEND_FAILED", "STALE_BACKLOG", "TURN_FAILED"] as const;

/** Names are people's words, in whichever direction: isolated from the sentence around them. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

export function useNoticeWords(): (notice: Notice) => { title: string; advice: string } {
  const { t } = useTranslation("notices");
  const format = useFormat();
  return useCallback(
    (notice) => {
      const { kind } = notice;
      const { reason, until } = detailOf(notice);
      const name = nameOf(notice);
      const known = REASONS.find((each) => each === reason);
      const what = kind === "CHAT_NEEDS_HUMAN" && known ? t(`reasons.${known}`) : t(`kinds.${kind}.advice`);
      const advice = until === undefined ? what : `${t("until", { time: format.dateTime(until) })} ${what}`;
      return { title: t(`kinds.${kind}.title`, { name: isolated(name ?? t(`kinds.${kind}.something`)) }), advice };
    },
    [t, format],
  );
}

function nameOf({ about }: Notice): string | undefined {
  switch (about?.__typename) {
    case "WhatsappAccount":
    case "AiProvider":
    case "Webhook":
      return about.name;
    case "PaymentMethod":
      return about.label;
    case "Conversation":
      return about.customer?.profileName || about.customer?.phone || undefined;
    default:
      return undefined;
  }
}
