// What is changed of webhooks.

import { graphql } from "@/api/graphql";
import { WEBHOOK_PARTS } from "./documents";

export const CREATE_WEBHOOK = graphql(
  `
    mutation WebhookCreate($input: WebhookCreateInput!) {
      webhookCreate(input: $input) {
        ... on WebhookSecretPayload {
          secret
          webhook {
            ...WebhookParts
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
  [WEBHOOK_PARTS],
);

export const UPDATE_WEBHOOK = graphql(
  `
    mutation WebhookUpdate($input: WebhookUpdateInput!) {
      webhookUpdate(input: $input) {
        ... on WebhookPayload {
          webhook {
            ...WebhookParts
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
  [WEBHOOK_PARTS],
);

export const PAUSE_WEBHOOK = graphql(
  `
    mutation WebhookPause($input: WebhookPauseInput!) {
      webhookPause(input: $input) {
        ... on WebhookPayload {
          webhook {
            ...WebhookParts
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
  [WEBHOOK_PARTS],
);

export const RESUME_WEBHOOK = graphql(
  `
    mutation WebhookResume($input: WebhookResumeInput!) {
      webhookResume(input: $input) {
        ... on WebhookPayload {
          webhook {
            ...WebhookParts
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
  [WEBHOOK_PARTS],
);

export const ROTATE_SECRET = graphql(
  `
    mutation WebhookRotateSecret($input: WebhookRotateSecretInput!) {
      webhookRotateSecret(input: $input) {
        ... on WebhookSecretPayload {
          secret
          webhook {
            ...WebhookParts
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
  [WEBHOOK_PARTS],
);

export const DELETE_WEBHOOK = graphql(`
  mutation WebhookDelete($input: WebhookDeleteInput!) {
    webhookDelete(input: $input) {
      ... on WebhookDeletePayload {
        deletedId
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const REPLAY_DELIVERY = graphql(`
  mutation WebhookDeliveryReplay($input: WebhookDeliveryReplayInput!) {
    webhookDeliveryReplay(input: $input) {
      ... on WebhookDeliveryPayload {
        delivery {
          id
          state
          attempts
          nextAttemptAt
          lastStatus
          lastError
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
