// What is asked of WhatsApp numbers.

import { graphql, type FragmentOf } from "@/api/graphql";

const HEALTH = graphql(`
  fragment Health on WhatsappAccount {
    id
    lastEventAt
    health {
      lastEventAt
      queueLength
      sentInWindow
      sendLimit
      outreachInDay
      outreachLimit
      restriction
      restrictedUntil
    }
  }
`);

export const ACCOUNT = graphql(
  `
    fragment Account on WhatsappAccount {
      id
      name
      kind
      isSimulated
      phone
      status
      statusReason
      statusAdvice
      statusChangedAt
      bannedUntil
      shouldConnect
      isDefault
      hasProxy
      proxyHost
      answersWith
      deletedAt
      createdAt
      answersWithProvider {
        id
        name
      }
      ...Health
    }
  `,
  [HEALTH],
);

/** Whoever reads these can link the number: they need `accounts:write`. */
export const CODES = graphql(`
  fragment Codes on WhatsappAccount {
    id
    qr {
      code
      expiresAt
    }
    pairingCode {
      code
      phone
      expiresAt
    }
    pairingTrouble
  }
`);

export type Account = FragmentOf<typeof ACCOUNT>;
export type Codes = FragmentOf<typeof CODES>;

export const ACCOUNTS = graphql(
  `
    query Accounts {
      whatsappAccounts(first: 50) {
        nodes {
          ...Account
        }
      }
    }
  `,
  [ACCOUNT],
);

export const ACCOUNT_NOW = graphql(
  `
    query AccountNow($id: ID!, $mayLink: Boolean!) {
      whatsappAccount(id: $id) {
        ...Account
        ...Codes @include(if: $mayLink)
      }
    }
  `,
  [ACCOUNT, CODES],
);

/** Sending and receiving change no state of a number, so nobody tells of them. */
export const ACCOUNT_HEALTH = graphql(
  `
    query AccountHealth($id: ID!) {
      whatsappAccount(id: $id) {
        ...Health
      }
    }
  `,
  [HEALTH],
);

export const ACCOUNTS_HEALTH = graphql(
  `
    query AccountsHealth {
      whatsappAccounts(first: 50) {
        nodes {
          ...Health
        }
      }
    }
  `,
  [HEALTH],
);

export const ACCOUNT_CHANGED = graphql(
  `
    subscription AccountChanged($id: ID!, $mayLink: Boolean!, $after: String) {
      whatsappAccountChanged(id: $id, after: $after) {
        cursor
        account {
          ...Account
          ...Codes @include(if: $mayLink)
        }
      }
    }
  `,
  [ACCOUNT, CODES],
);

/** What hangs on a number: it stays when the number goes, but nobody writes to it any more. */
export const HANGING = graphql(`
  query HangingOnAccount($id: ID!, $conversations: Boolean!, $orders: Boolean!) {
    conversations(first: 1, filter: { accountId: $id }) @include(if: $conversations) {
      totalCount
    }
    orders(first: 1, filter: { accountId: $id }) @include(if: $orders) {
      totalCount
    }
  }
`);

export const PROVIDER_CHOICES = graphql(`
  query ProviderChoices {
    aiProviders(first: 50) {
      nodes {
        id
        name
        model
        isActive
      }
    }
  }
`);
