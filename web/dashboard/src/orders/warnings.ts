// What should make a reviewer look twice before they accept a proof, and the reason for a rejection that it suggests.

import type { OrderProof } from "./parts";
import type { Reason } from "./reasons";

type Judged = Pick<OrderProof, "likeness" | "reading">;
type Detail = NonNullable<OrderProof["reading"]>["amount"];

/** Keys of the texts below `warning`. */
export type Warning = "SAME_FILE" | "SAME_PICTURE" | "noPayment" | "amount" | "currency" | "paidOn" | "payee" | "notShown";

export function warningsOf({ likeness, reading }: Judged, { isShown }: { isShown: boolean }): Warning[] {
  const warnings: Warning[] = [];
  if (likeness !== null) warnings.push(likeness);
  if (!isShown) warnings.push("notShown");
  if (reading === null) return warnings;
  if (!reading.isReceipt) return [...warnings, "noPayment"];
  const differs = ({ isExpected }: Detail) => isExpected === false;
  if (differs(reading.amount)) warnings.push("amount");
  if (differs(reading.currency)) warnings.push("currency");
  if (differs(reading.paidOn)) warnings.push("paidOn");
  if (differs(reading.payeeName) || differs(reading.payeeAccount)) warnings.push("payee");
  return warnings;
}

const SUGGESTED: Partial<Record<Warning, Reason>> = {
  SAME_FILE: "usedBefore",
  SAME_PICTURE: "usedBefore",
  noPayment: "noPayment",
  amount: "amount",
  currency: "amount",
  payee: "payee",
};

export function suggestedReasons(warnings: readonly Warning[]): Reason[] {
  return [...new Set(warnings.flatMap((warning) => SUGGESTED[warning] ?? []))];
}
