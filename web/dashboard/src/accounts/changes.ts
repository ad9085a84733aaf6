// What is asked to be done with WhatsApp numbers.

import { graphql } from "@/api/graphql";
import { ACCOUNT } from "./documents";

export const CREATE = graphql(
  `
    mutation AccountCreate($input: WhatsappAccountCreateInput!) {
      whatsappAccountCreate(input: $input) {
        ... on WhatsappAccountPayload {
          account {
            ...Account
          }
        }
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [ACCOUNT],
);

// Of state and codes the answers say nothing: the subscription tells them in their order, and an answer may come late.
export const CONNECT = graphql(`
  mutation AccountConnect($input: WhatsappAccountConnectInput!) {
    whatsappAccountConnect(input: $input) {
      ... on WhatsappAccountPayload {
        account {
          id
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const REQUEST_PAIRING_CODE = graphql(`
  mutation AccountRequestPairingCode($input: WhatsappAccountRequestPairingCodeInput!) {
    whatsappAccountRequestPairingCode(input: $input) {
      ... on WhatsappAccountPayload {
        account {
          id
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const DISCONNECT = graphql(`
  mutation AccountDisconnect($input: WhatsappAccountDisconnectInput!) {
    whatsappAccountDisconnect(input: $input) {
      ... on WhatsappAccountPayload {
        account {
          id
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const LOG_OUT = graphql(`
  mutation AccountLogOut($input: WhatsappAccountLogOutInput!) {
    whatsappAccountLogOut(input: $input) {
      ... on WhatsappAccountPayload {
        account {
          id
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const UPDATE = graphql(`
  mutation AccountUpdate($input: WhatsappAccountUpdateInput!) {
    whatsappAccountUpdate(input: $input) {
      ... on WhatsappAccountPayload {
        account {
          id
          name
          hasProxy
          proxyHost
          answersWith
          answersWithProvider {
            id
            name
          }
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const MAKE_DEFAULT = graphql(`
  mutation AccountMakeDefault($input: WhatsappAccountMakeDefaultInput!) {
    whatsappAccountMakeDefault(input: $input) {
      ... on WhatsappAccountPayload {
        account {
          id
          isDefault
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const DELETE = graphql(`
  mutation AccountDelete($input: WhatsappAccountDeleteInput!) {
    whatsappAccountDelete(input: $input) {
      ... on WhatsappAccountPayload {
        account {
          id
          deletedAt
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const SCAN = graphql(`
  mutation AccountScan($input: SimulatorQrScanInput!) {
    simulatorQrScan(input: $input) {
      ... on SimulatorPayload {
        account {
          id
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);
