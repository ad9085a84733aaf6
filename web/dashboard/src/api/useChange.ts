// Mutations: one field, whose result is a payload or a typed error.

import { useCallback } from "react";
import { useMutation, type AnyVariables, type OperationResult, type TypedDocumentNode } from "urql";
import { isTypedError, problemOf, type Problem } from "./problems";

/** The members of a mutation's result that are no errors. */
type PayloadOf<Data> = Exclude<NonNullable<Data[keyof Data]>, { code: string; message: string; path: unknown }>;

export type Outcome<Payload> = { payload: Payload; problem?: undefined } | { payload?: undefined; problem: Problem };

/** What came of a mutation that was asked for without a component. */
export function outcomeOf<Data extends object>({ data, error }: Pick<OperationResult<Data>, "data" | "error">): Outcome<PayloadOf<Data>> {
  if (error) return { problem: problemOf(error) };
  const [result] = Object.values(data ?? {});
  if (isTypedError(result)) return { problem: { ...result, error: result } };
  if (result == null) return { problem: { code: "INTERNAL", message: "The server gave no answer.", path: [] } };
  return { payload: result as PayloadOf<Data> };
}

/**
 * `const [approve, isApproving] = useChange(APPROVE)`; `const { payload, problem } = await approve({ input })`.
 *
 * The document must select `... on Error { code message path }`. Never throws.
 */
export function useChange<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): [(variables: Variables) => Promise<Outcome<PayloadOf<Data>>>, boolean] {
  const [{ fetching }, execute] = useMutation<Data, Variables>(document);
  const change = useCallback(
    async (variables: Variables): Promise<Outcome<PayloadOf<Data>>> => outcomeOf(await execute(variables)),
    [execute],
  );
  return [change, fetching];
}
