// What the simulator does: it plays the customer, their phone, and the line.

import { graphql } from "@/api/graphql";

export const WRITE = graphql(`
  mutation SimulatedWrite($input: SimulatorMessageSendInput!) {
    simulatorMessageSend(input: $input) {
      ... on SimulatorMessagePayload {
        whatsappId
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const EDIT = graphql(`
  mutation SimulatedEdit($input: SimulatorMessageEditInput!) {
    simulatorMessageEdit(input: $input) {
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

export const REVOKE = graphql(`
  mutation SimulatedRevoke($input: SimulatorMessageRevokeInput!) {
    simulatorMessageRevoke(input: $input) {
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

export const TYPE = graphql(`
  mutation SimulatedTyping($input: SimulatorTypingSendInput!) {
    simulatorTypingSend(input: $input) {
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

export const ACKNOWLEDGE = graphql(`
  mutation SimulatedReceipt($input: SimulatorReceiptSendInput!) {
    simulatorReceiptSend(input: $input) {
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

export const CHANGE_LINE = graphql(`
  mutation SimulatedLine($input: SimulatorConnectionChangeInput!) {
    simulatorConnectionChange(input: $input) {
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

export const UPLOAD = graphql(`
  mutation SimulatedUpload($input: MediaUploadCreateInput!) {
    mediaUploadCreate(input: $input) {
      ... on MediaUploadPayload {
        id
        putPath
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const APPROVE = graphql(`
  mutation SimulatedApprove($input: OrderApprovePaymentInput!) {
    orderApprovePayment(input: $input) {
      ... on OrderPayload {
        order {
          id
          status
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
