// A proof that needs no decision any more: who decided, when and why.

import { Alert } from "@mantine/core";
import { CircleCheck, CircleX, Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Ago, Words } from "@/ui/values";
import type { OrderProof } from "./parts";

export interface DecidedProps {
  proof: OrderProof;
  /** The reader decided too, and was not the first. */
  isTooLate: boolean;
}

export function Decided({ proof, isTooLate }: DecidedProps) {
  const { t } = useTranslation(["orders", "common"]);
  const { status, reviewer, reviewedAt, reason } = proof;
  if (status === "SUBMITTED") return null;
  const isApproved = status === "APPROVED";
  const Icon = isApproved ? CircleCheck : status === "REJECTED" ? CircleX : Info;
  const who = reviewer ? <Words>{reviewer.name}</Words> : status === "SUPERSEDED" ? null : t("actor.API_KEY");
  return (
    <Alert
      role={isTooLate ? "alert" : "status"}
      color={isTooLate ? "orange" : isApproved ? "green" : status === "REJECTED" ? "red" : "gray"}
      icon={<Icon size={18} aria-hidden />}
      title={isTooLate ? t(status === "SUPERSEDED" ? "decided.changed" : "decided.tooLate") : t(`decided.${status}`)}
      p="sm"
    >
      {isTooLate && <div>{t(`decided.${status}`)}</div>}
      <div>
        {who}
        {who !== null && reviewedAt && " · "}
        {reviewedAt && <Ago time={reviewedAt} />}
      </div>
      {reason && (
        <div>
          <Words>“{reason}”</Words>
        </div>
      )}
    </Alert>
  );
}
