// What is asked of a turn, and of the same turn decided again.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

const ACTION = graphql(`
  fragment TurnActionParts on TurnAction {
    id
    kind
    quantity
    package {
      id
      name
    }
    order {
      id
      number
    }
  }
`);

const TOOL_CALL = graphql(`
  fragment TurnToolCallParts on TurnToolCall {
    id
    tool
    arguments
    isRefused
    refusal
  }
`);

const GUARD_CHANGE = graphql(`
  fragment TurnGuardChangeParts on TurnGuardChange {
    id
    kind
    claim
    sentence
    replacement
  }
`);

const HOP = graphql(`
  fragment TurnHopParts on TurnHop {
    id
    providerType
    model
    outcome
    milliseconds
    tokensRead
    tokensWritten
    cost {
      amount
      currency
    }
    provider {
      id
      name
    }
  }
`);

const ENTRY = graphql(`
  fragment TurnEntryParts on KnowledgeEntry {
    id
    question
  }
`);

const TURN_PARTS = graphql(
  `
    fragment TurnParts on Turn {
      id
      answeredWith
      model
      promptVersion
      language
      milliseconds
      record
      actions {
        ...TurnActionParts
      }
      toolCalls {
        ...TurnToolCallParts
      }
      guardChanges {
        ...TurnGuardChangeParts
      }
      hops {
        ...TurnHopParts
      }
      cost {
        amount
        currency
      }
      faqEntries {
        ...TurnEntryParts
      }
    }
  `,
  [ACTION, TOOL_CALL, GUARD_CHANGE, HOP, ENTRY],
);

const REPLAY_PARTS = graphql(
  `
    fragment ReplayParts on TurnReplay {
      id
      answeredWith
      model
      promptVersion
      language
      milliseconds
      record
      replies
      actions {
        ...TurnActionParts
      }
      toolCalls {
        ...TurnToolCallParts
      }
      guardChanges {
        ...TurnGuardChangeParts
      }
      hops {
        ...TurnHopParts
      }
      cost {
        amount
        currency
      }
      faqEntries {
        ...TurnEntryParts
      }
    }
  `,
  [ACTION, TOOL_CALL, GUARD_CHANGE, HOP, ENTRY],
);

export const TURN = graphql(
  `
    query Turn($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Turn {
          ...TurnParts
          createdAt
          isReplayable
          facts
          messages {
            id
            author
            direction
            kind
            state
            text
            transcript
            createdAt
          }
        }
      }
    }
  `,
  [TURN_PARTS],
);

export const REPLAY = graphql(
  `
    mutation TurnReplay($id: ID!) {
      turnReplay(input: { id: $id }) {
        __typename
        ... on TurnReplayPayload {
          turn {
            id
          }
          replay {
            ...ReplayParts
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
  [REPLAY_PARTS],
);

export type Turn = Extract<NonNullable<ResultOf<typeof TURN>["node"]>, { __typename: "Turn" }>;
export type Replay = FragmentOf<typeof REPLAY_PARTS>;
/** What a turn and a turn decided again have in common. */
export type Decided = Omit<FragmentOf<typeof TURN_PARTS>, "__typename">;
