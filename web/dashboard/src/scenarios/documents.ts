// What is asked of scenarios and their runs.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

const RUN = graphql(`
  fragment RunParts on ScenarioRun {
    id
    state
    assistant
    createdAt
    finishedAt
    promptVersion
    provider {
      id
      name
    }
  }
`);

export const SCRIPT = graphql(`
  fragment ScriptParts on Scenario {
    id
    name
    description
    language
    isSample
    forbidden
    updatedAt
    steps {
      id
      says
      sends
      hears
    }
    expected {
      id
      answeredBy
      isOptedOut
      language
      orders
      orderStatus
      package
      quantity
    }
  }
`);

const RESULT = graphql(
  `
    fragment ResultParts on ScenarioResult {
      hasChanged
      run {
        ...RunParts
      }
      earlierRun {
        id
        state
      }
    }
  `,
  [RUN],
);

export const SCENARIOS = graphql(
  `
    query Scenarios($first: Int, $after: String, $last: Int, $before: String, $filter: ScenarioFilter) {
      scenarios(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        totalCount
        nodes {
          id
          name
          description
          language
          isSample
          results {
            ...ResultParts
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `,
  [RESULT],
);

export const SCENARIO = graphql(
  `
    query Scenario($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Scenario {
          ...ScriptParts
          results {
            ...ResultParts
          }
        }
      }
    }
  `,
  [SCRIPT, RESULT],
);

/** Those that wait or are under way, of all scenarios. */
export const RUNS_UNDER_WAY = graphql(
  `
    query RunsUnderWay {
      scenarioRuns(first: 100, filter: { state: { in: [WAITING, RUNNING] } }) {
        nodes {
          ...RunParts
          scenario {
            id
          }
        }
      }
    }
  `,
  [RUN],
);

export const RUNS = graphql(
  `
    query ScenarioRuns($first: Int, $after: String, $last: Int, $before: String, $filter: ScenarioRunFilter) {
      scenarioRuns(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        nodes {
          ...RunParts
          problems
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `,
  [RUN],
);

const PLAYED = graphql(
  `
    fragment PlayedParts on ScenarioRun {
      ...RunParts
      problems
      askedBy {
        id
        name
      }
      transcript {
        id
        author
        text
        sentFile
        turn {
          id
        }
      }
    }
  `,
  [RUN],
);

export const PLAYED_RUN = graphql(
  `
    query PlayedRun($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on ScenarioRun {
          ...PlayedParts
        }
      }
    }
  `,
  [PLAYED],
);

export const RUN_CHANGED = graphql(
  `
    subscription ScenarioRunChanged($after: String) {
      scenarioRunChanged(after: $after) {
        cursor
        run {
          ...RunParts
          scenario {
            id
          }
        }
      }
    }
  `,
  [RUN],
);

export const PLAYED_RUN_CHANGED = graphql(
  `
    subscription PlayedRunChanged($id: ID!, $after: String) {
      scenarioRunChanged(id: $id, after: $after) {
        cursor
        run {
          ...PlayedParts
        }
      }
    }
  `,
  [PLAYED],
);

export const ASSISTANTS = graphql(`
  query ScenarioAssistants {
    aiProviders(first: 50) {
      nodes {
        id
        name
      }
    }
  }
`);

export type ScenarioRow = NonNullable<ResultOf<typeof SCENARIOS>["scenarios"]>["nodes"][number];
export type Script = Omit<FragmentOf<typeof SCRIPT>, "__typename">;
export type Result = FragmentOf<typeof RESULT>;
export type Run = Omit<FragmentOf<typeof RUN>, "__typename">;
export type RunUnderWay = NonNullable<ResultOf<typeof RUNS_UNDER_WAY>["scenarioRuns"]>["nodes"][number];
export type RunInList = NonNullable<ResultOf<typeof RUNS>["scenarioRuns"]>["nodes"][number];
export type PlayedRun = Omit<FragmentOf<typeof PLAYED>, "__typename">;

export function isOver({ state }: Pick<Run, "state">): boolean {
  return state !== "WAITING" && state !== "RUNNING";
}
