// How far a message of ours has come: by shape and word, not by colour alone.

import { Ban, Check, CheckCheck, Clock, CircleAlert, CircleHelp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../documents";

const ICONS = {
  RECEIVED: Check,
  QUEUED: Clock,
  SENDING: Clock,
  SENT: Check,
  DELIVERED: CheckCheck,
  READ: CheckCheck,
  FAILED: CircleAlert,
  AMBIGUOUS: CircleHelp,
  DISCARDED: Ban,
} as const satisfies Record<Message["state"], typeof Check>;

export function MessageState({ state }: { state: Message["state"] }) {
  const { t } = useTranslation("conversations");
  const Icon = ICONS[state];
  return (
    <span className="bubble-state" data-state={state} title={t(`states.${state}`)}>
      <Icon size={15} aria-hidden />
      <span className="visually-hidden">{t(`states.${state}`)}</span>
    </span>
  );
}
