// What the review of proofs reads: the queue, and one proof with all that helps to judge it.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";
import { ORDER_PROOF, PROOF_FILE } from "./parts";

export const QUEUE = graphql(
  `
    query ProofQueue($simulated: Boolean!) {
      proofQueue(first: 50, includeSimulated: $simulated) {
        totalCount
        nodes {
          id
          createdAt
          status
          likeness
          media {
            ...ProofFile
          }
          order {
            id
            number
            isSimulated
            total {
              amount
              currency
            }
            customer {
              id
              profileName
              phone
            }
          }
        }
      }
      withSimulated: proofQueue(first: 1, includeSimulated: true) {
        totalCount
      }
    }
  `,
  [PROOF_FILE],
);

const DETAIL = graphql(`
  fragment ReadingDetail on ProofReadingDetail {
    read
    isExpected
  }
`);

export const READING = graphql(
  `
    fragment Reading on ProofReading {
      amount {
        ...ReadingDetail
      }
      currency {
        ...ReadingDetail
      }
      paidOn {
        ...ReadingDetail
      }
      payeeName {
        ...ReadingDetail
      }
      payeeAccount {
        ...ReadingDetail
      }
      expectedAmount {
        amount
        currency
      }
      expectedPayees {
        name
        accountNumber @include(if: $numbers)
      }
      isReceipt
      model
      notes
      orderedOn
      readAt
      reference
    }
  `,
  [DETAIL],
);

export const PROOF = graphql(
  `
    query Proof($id: ID!, $numbers: Boolean!) {
      node(id: $id) {
        __typename
        id
        ... on PaymentProof {
          ...OrderProof
          reading {
            ...Reading
          }
          alike {
            ...OrderProof
            order {
              id
              number
              status
              customer {
                id
                profileName
                phone
              }
            }
          }
          order {
            id
            number
            status
            createdAt
            isSimulated
            serviceName
            packageName
            quantity
            total {
              amount
              currency
            }
            account {
              id
              name
            }
            conversation {
              id
            }
            customer {
              id
              profileName
              phone
              language
            }
            proofs {
              ...OrderProof
            }
          }
        }
      }
    }
  `,
  [ORDER_PROOF, READING],
);

export type Waiting = NonNullable<ResultOf<typeof QUEUE>["proofQueue"]>["nodes"][number];
export type ReadProof = Extract<ResultOf<typeof PROOF>["node"], { __typename: "PaymentProof" }>;
export type Reading = FragmentOf<typeof READING>;
