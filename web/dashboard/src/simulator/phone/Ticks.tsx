// How far the customer's own message has come: by shape and word, not by colour alone.

import { Check, CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTranslation } from "react-i18next";

export type Progress = "sending" | "sent" | "arrived" | "answered" | "failed";

const ICONS = { sending: Clock, sent: Check, arrived: CheckCheck, answered: CheckCheck, failed: CircleAlert } as const;

export function Ticks({ progress }: { progress: Progress }) {
  const { t } = useTranslation("simulator");
  const Icon = ICONS[progress];
  return (
    <span className="sim-ticks" data-progress={progress} title={t(`ticks.${progress}`)}>
      <Icon size={15} aria-hidden />
      <span className="visually-hidden">{t(`ticks.${progress}`)}</span>
    </span>
  );
}
