// What can go wrong: a mutation's typed error, or a request that got no answer.

import type { CombinedError } from "urql";

export interface Problem {
  /** For programs, e.g. `INVALID_INPUT`; `NETWORK` when the server was not reached. */
  code: string;
  /** A sentence of the server, in English; show it through `useProblemText`. */
  message: string;
  /** Which input was wrong, from the mutation's argument on, or empty. */
  path: string[];
  /** The error as it came, with what its type has beside these. */
  error?: unknown;
}

interface TypedError {
  code: string;
  message: string;
  path: string[];
}

export function isTypedError(result: unknown): result is TypedError {
  return typeof result === "object" && result !== null && "code" in result && "message" in result && "path" in result;
}

export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  if (first === undefined) return { code: "NETWORK", message: "The server cannot be reached.", path: [], error };
  const code = typeof first.extensions.code === "string" ? first.extensions.code : "INTERNAL";
  return { code, message: first.message, path: [], error };
}

/** The problem by the names of a form's fields, e.g. `{"price.amount": "…"}`; empty when no field of it is named. */
export function fieldErrors(problem: Problem, text: string = problem.message): Record<string, string> {
  const steps = problem.path[0] === "input" ? problem.path.slice(1) : problem.path;
  return steps.length === 0 ? {} : { [steps.join(".")]: text };
}
