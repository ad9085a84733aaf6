// How a webhook is, and how far a delivery has come.

import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "@/ui/Badge";
import type { DeliveryRow, Webhook } from "./documents";

const WEBHOOK_TONES: Record<Webhook["state"], Tone> = { ACTIVE: "good", PAUSED: "idle", PAUSED_AFTER_FAILURES: "bad" };
const DELIVERY_TONES: Record<DeliveryRow["state"], Tone> = { DELIVERED: "good", FAILED: "bad", WAITING: "info" };

export function WebhookBadge({ webhook: { failingSince, state } }: { webhook: Pick<Webhook, "failingSince" | "state"> }) {
  const { t } = useTranslation("integrations");
  if (state === "ACTIVE" && failingSince !== null) return <Badge tone="warn">{t("webhooks.state.failing")}</Badge>;
  return <Badge tone={WEBHOOK_TONES[state]}>{t(`webhooks.state.${state}`)}</Badge>;
}

/** One that waits after an attempt is to be tried again: that is another matter than one that was not tried yet. */
export function DeliveryBadge({ delivery: { attempts, state } }: { delivery: Pick<DeliveryRow, "attempts" | "state"> }) {
  const { t } = useTranslation("integrations");
  if (state === "WAITING" && attempts > 0) return <Badge tone="warn">{t("deliveries.state.RETRYING")}</Badge>;
  return <Badge tone={DELIVERY_TONES[state]}>{t(`deliveries.state.${state}`)}</Badge>;
}
