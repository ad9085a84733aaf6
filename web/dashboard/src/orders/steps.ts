// The steps that people take with an order, and in which status each is open to them.

import { graphql } from "@/api/graphql";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { ORDER_NOW, type OrderStatus } from "./parts";

export type Step = "approve" | "reject" | "cancel" | "complete" | "refund";

const OPEN: Record<OrderStatus, Step[]> = {
  PENDING: ["cancel"],
  PAYMENT_SUBMITTED: ["approve", "reject", "cancel"],
  REJECTED: ["cancel"],
  PAID: ["complete", "refund"],
  COMPLETED: ["refund"],
  REFUNDED: [],
  CANCELLED: [],
};

/** What this person may do with an order that stands so. */
export function useOpenSteps(): (status: OrderStatus) => Step[] {
  const { can } = useSession();
  return (status) => OPEN[status].filter((step) => can(step === "refund" ? "orders:refund" : "orders:write"));
}

const TAKEN = graphql(
  `
    fragment StepTaken on OrderPayload {
      order {
        ...OrderNow
      }
    }
  `,
  [ORDER_NOW],
);

const TOO_LATE = graphql(
  `
    fragment StepTooLate on OrderStepNotAllowedError {
      order {
        ...OrderNow
      }
    }
  `,
  [ORDER_NOW],
);

const FAILED = graphql(`
  fragment StepFailed on Error {
    code
    message
    path
  }
`);

const APPROVE = graphql(
  `
    mutation OrderApprovePayment($input: OrderApprovePaymentInput!) {
      orderApprovePayment(input: $input) {
        ...StepTaken
        ...StepTooLate
        ...StepFailed
      }
    }
  `,
  [TAKEN, TOO_LATE, FAILED],
);

const REJECT = graphql(
  `
    mutation OrderRejectPayment($input: OrderRejectPaymentInput!) {
      orderRejectPayment(input: $input) {
        ...StepTaken
        ...StepTooLate
        ...StepFailed
      }
    }
  `,
  [TAKEN, TOO_LATE, FAILED],
);

const CANCEL = graphql(
  `
    mutation OrderCancel($input: OrderCancelInput!) {
      orderCancel(input: $input) {
        ...StepTaken
        ...StepTooLate
        ...StepFailed
      }
    }
  `,
  [TAKEN, TOO_LATE, FAILED],
);

const COMPLETE = graphql(
  `
    mutation OrderComplete($input: OrderCompleteInput!) {
      orderComplete(input: $input) {
        ...StepTaken
        ...StepTooLate
        ...StepFailed
      }
    }
  `,
  [TAKEN, TOO_LATE, FAILED],
);

const REFUND = graphql(
  `
    mutation OrderRefund($input: OrderRefundInput!) {
      orderRefund(input: $input) {
        ...StepTaken
        ...StepTooLate
        ...StepFailed
      }
    }
  `,
  [TAKEN, TOO_LATE, FAILED],
);

/** Another person was quicker; the cache has the order as it is now. */
export const STEP_NOT_ALLOWED = "ORDER_STEP_NOT_ALLOWED";

/** Each with a key of its own for each intention, so that a request that is sent twice counts once. */
export function useSteps() {
  const [approve, isApproving] = useChange(APPROVE);
  const [reject, isRejecting] = useChange(REJECT);
  const [cancel, isCancelling] = useChange(CANCEL);
  const [complete, isCompleting] = useChange(COMPLETE);
  const [refund, isRefunding] = useChange(REFUND);
  const { keyFor, done } = useIntention();
  async function once<Input extends object, Result extends { problem?: unknown }>(
    step: (variables: { input: Input & { idempotencyKey: string } }) => Promise<Result>,
    name: Step,
    input: Input,
  ): Promise<Result> {
    const result = await step({ input: { ...input, idempotencyKey: keyFor([name, input]) } });
    if (result.problem === undefined) done();
    return result;
  }
  return {
    /** `proofId`: what was looked at; if another came meanwhile, nothing is decided about it unseen. */
    approve: (id: string, proofId: string | undefined) => once(approve, "approve", { id, proofId }),
    reject: (id: string, proofId: string | undefined, reason: string) => once(reject, "reject", { id, proofId, reason }),
    cancel: (id: string, reason: string) => once(cancel, "cancel", { id, reason }),
    complete: (id: string) => once(complete, "complete", { id }),
    refund: (id: string, amount: { amount: string; currency: string }, reference: string, reason: string) =>
      once(refund, "refund", { id, amount, reference, reason }),
    isBusy: isApproving || isRejecting || isCancelling || isCompleting || isRefunding,
  };
}
