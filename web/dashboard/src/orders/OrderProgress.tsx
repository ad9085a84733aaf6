// How far an order has come, from the order to what was delivered.

import { Text } from "@mantine/core";
import { Check, Minus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import type { ReadOrder } from "./orderQuery";
import type { OrderStatus } from "./parts";

type State = "done" | "now" | "open" | "failed";

interface Stage {
  label: string;
  state: State;
  at: string | null;
}

const ICONS = { done: Check, failed: X, open: Minus, now: Minus };

export function OrderProgress({ order }: { order: ReadOrder }) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  return (
    <ol className="progress" aria-label={t("progress.label")}>
      {useStages(order).map(({ label, state, at }) => {
        const Icon = ICONS[state];
        return (
          <li key={label} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <span className="progress-mark">{state !== "now" && state !== "open" && <Icon size={12} strokeWidth={3} aria-hidden />}</span>
            <Text component="span" fz="sm" fw={560}>
              {label}
              <span className="visually-hidden"> ({t(`progress.${state}`)})</span>
            </Text>
            <Text component="span" fz="xs" className="muted">
              {at === null ? "" : format.dateTime(at)}
            </Text>
          </li>
        );
      })}
    </ol>
  );
}

function useStages(order: ReadOrder): Stage[] {
  const { t } = useTranslation(["orders", "common"]);
  const { status, proofs, paidAt, createdAt } = order;
  const steps = order.timeline.flatMap((entry) => (entry.__typename === "OrderAction" ? [entry] : []));
  const reached = (to: OrderStatus) => steps.findLast(({ toStatus }) => toStatus === to)?.createdAt ?? null;
  const proof = proofs.at(-1);
  const stages: Stage[] = [
    { label: t("progress.ordered"), state: "done", at: createdAt },
    {
      label: status === "REJECTED" ? t("status.REJECTED") : t("progress.proof"),
      state: status === "REJECTED" ? "failed" : proof ? "done" : "now",
      at: status === "REJECTED" ? reached("REJECTED") : (proof?.createdAt ?? null),
    },
  ];
  if (status === "CANCELLED") {
    const known = proof ? stages : stages.slice(0, 1);
    return [...known, { label: t("status.CANCELLED"), state: "failed", at: reached("CANCELLED") }];
  }
  stages.push({ label: t("progress.paid"), state: paidAt ? "done" : status === "PAYMENT_SUBMITTED" ? "now" : "open", at: paidAt });
  const delivered = reached("COMPLETED");
  if (status !== "REFUNDED" || delivered !== null) {
    stages.push({ label: t("progress.delivered"), state: delivered ? "done" : status === "PAID" ? "now" : "open", at: delivered });
  }
  if (status === "REFUNDED") stages.push({ label: t("status.REFUNDED"), state: "failed", at: reached("REFUNDED") });
  return stages;
}
