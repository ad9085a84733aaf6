// What is changed of scenarios, and how they are run.

import { graphql } from "@/api/graphql";
import { SCRIPT } from "./documents";

export const CREATE_SCENARIO = graphql(
  `
    mutation ScenarioCreate($input: ScenarioCreateInput!) {
      scenarioCreate(input: $input) {
        ... on ScenarioPayload {
          scenario {
            ...ScriptParts
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
  [SCRIPT],
);

export const UPDATE_SCENARIO = graphql(
  `
    mutation ScenarioUpdate($input: ScenarioUpdateInput!) {
      scenarioUpdate(input: $input) {
        ... on ScenarioPayload {
          scenario {
            ...ScriptParts
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
  [SCRIPT],
);

export const DELETE_SCENARIO = graphql(`
  mutation ScenarioDelete($input: ScenarioDeleteInput!) {
    scenarioDelete(input: $input) {
      ... on ScenarioDeletePayload {
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

export const RUN_SCENARIO = graphql(`
  mutation ScenarioRun($input: ScenarioRunInput!) {
    scenarioRun(input: $input) {
      ... on ScenarioRunPayload {
        run {
          id
          state
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

export const RUN_ALL = graphql(`
  mutation ScenariosRun($input: ScenariosRunInput!) {
    scenariosRun(input: $input) {
      ... on ScenariosRunPayload {
        runs {
          id
          state
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
