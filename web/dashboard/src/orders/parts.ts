// What the pages of orders read of an order and its proofs.

import { graphql, type FragmentOf } from "@/api/graphql";

export const PROOF_FILE = graphql(`
  fragment ProofFile on MediaFile {
    id
    contentType
    fileName
    byteSize
    isDeleted
    url
    previewUrl
  }
`);

export const ORDER_PROOF = graphql(
  `
    fragment OrderProof on PaymentProof {
      id
      createdAt
      status
      reason
      reviewedAt
      likeness
      reviewer {
        id
        name
      }
      media {
        ...ProofFile
      }
      reading {
        isReceipt
        amount {
          isExpected
        }
        currency {
          isExpected
        }
        paidOn {
          isExpected
        }
        payeeName {
          isExpected
        }
        payeeAccount {
          isExpected
        }
      }
    }
  `,
  [PROOF_FILE],
);

export const TIMELINE = graphql(`
  fragment Timeline on Order {
    id
    timeline {
      __typename
      id
      createdAt
      ... on OrderAction {
        actor
        fromStatus
        toStatus
        reason
        staff {
          id
          name
        }
      }
      ... on PaymentProof {
        status
        media {
          id
          contentType
        }
      }
      ... on Refund {
        actor
        amount {
          amount
          currency
        }
        reason
        reference
        staff {
          id
          name
        }
      }
      ... on OrderNote {
        actor
        text
        staff {
          id
          name
        }
      }
    }
  }
`);

/** What a step may have changed. */
export const ORDER_NOW = graphql(
  `
    fragment OrderNow on Order {
      id
      number
      status
      updatedAt
      paidAt
      expiresAt
      remindedAt
      refunds {
        id
      }
      proofs {
        ...OrderProof
      }
      ...Timeline
    }
  `,
  [ORDER_PROOF, TIMELINE],
);

export type OrderNow = FragmentOf<typeof ORDER_NOW>;
export type OrderStatus = OrderNow["status"];
export type OrderProof = FragmentOf<typeof ORDER_PROOF>;
export type ProofFile = FragmentOf<typeof PROOF_FILE>;
export type TimelineEntry = FragmentOf<typeof TIMELINE>["timeline"][number];
export type ProofStatus = OrderProof["status"];
export type Actor = Extract<TimelineEntry, { __typename: "OrderNote" }>["actor"];

/** In the order in which an order mostly goes through them. */
export const STATUSES = [
  "PENDING",
  "PAYMENT_SUBMITTED",
  "REJECTED",
  "PAID",
  "COMPLETED",
  "REFUNDED",
  "CANCELLED",
] as const satisfies readonly OrderStatus[];
