// Reading: what is known at once, what went wrong, and how to ask again.

import { useCallback, useEffect } from "react";
import { useQuery, type AnyVariables, type TypedDocumentNode, type UseQueryArgs } from "urql";
import { problemOf, type Problem } from "@/api/problems";

export interface Read<Data> {
  data: Data | undefined;
  /** Nothing to show yet: time for a skeleton. */
  isLoading: boolean;
  /** Something is shown, and asked for anew or for other variables. */
  isRefreshing: boolean;
  problem: Problem | undefined;
  refresh: () => void;
}

export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: Pick<UseQueryArgs, "pause" | "requestPolicy" | "context"> = {},
): Read<Data> {
  const args = { ...options, query, variables } as UseQueryArgs<Variables, Data>;
  const [{ data, error, fetching, stale }, execute] = useQuery<Data, Variables>(args);
  const refresh = useCallback(() => {
    execute({ requestPolicy: "network-only" });
  }, [execute]);
  // A change that empties a list in the cache while the list is on its way takes the answer with it: once more, then.
  const isLost = data === null && !fetching && !stale && !error && !options.pause;
  useEffect(() => {
    if (isLost) refresh();
  }, [isLost, refresh]);
  const known = data ?? undefined;
  return {
    data: known,
    isLoading: known === undefined && !error && !options.pause,
    isRefreshing: known !== undefined && (fetching || stale),
    problem: error ? problemOf(error) : undefined,
    refresh,
  };
}
