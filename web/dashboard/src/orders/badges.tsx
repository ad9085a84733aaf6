// How far orders and proofs are, in words and colours, and who did something.

import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "@/ui/Badge";
import { Words } from "@/ui/values";
import type { Actor, OrderStatus, ProofStatus } from "./parts";

const ORDER_TONES: Record<OrderStatus, Tone> = {
  PENDING: "idle",
  PAYMENT_SUBMITTED: "warn",
  REJECTED: "bad",
  PAID: "good",
  COMPLETED: "info",
  REFUNDED: "idle",
  CANCELLED: "idle",
};

const PROOF_TONES: Record<ProofStatus, Tone> = { SUBMITTED: "warn", APPROVED: "good", REJECTED: "bad", SUPERSEDED: "idle" };

export function OrderBadge({ status }: { status: OrderStatus }) {
  const { t } = useTranslation(["orders", "common"]);
  return <Badge tone={ORDER_TONES[status]}>{t(`status.${status}`)}</Badge>;
}

export function ProofBadge({ status }: { status: ProofStatus }) {
  const { t } = useTranslation(["orders", "common"]);
  return <Badge tone={PROOF_TONES[status]}>{t(`proofStatus.${status}`)}</Badge>;
}

export function SimulatedBadge() {
  const { t } = useTranslation(["orders", "common"]);
  return <Badge tone="info">{t("simulated")}</Badge>;
}

export function ActorName({ actor, staff }: { actor: Actor; staff: { name: string } | null }) {
  const { t } = useTranslation(["orders", "common"]);
  return staff ? <Words>{staff.name}</Words> : <>{t(`actor.${actor}`)}</>;
}

/** What customers call themselves, or their number where they are silent about it. */
export function customerName(customer: { profileName: string; phone: string | null } | null): string {
  return customer === null ? "" : customer.profileName || customer.phone || "";
}
