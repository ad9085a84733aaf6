// Subscriptions from what a page read on: nothing that happens between the reading and the following is missed.

import { useMemo } from "react";
import { useSubscription, type TypedDocumentNode, type UseSubscriptionResponse } from "urql";
import { heardUntil } from "./socket";

/** For documents that declare `$after: String` and select `cursor`. What is told reaches all pages through the cache. */
export function useLive<Data, Variables extends { after?: string | null }>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, "after">,
  { pause = false, onTold }: { pause?: boolean; onTold?: (data: Data) => void } = {},
): UseSubscriptionResponse<Data, Variables>[0] {
  const asked = JSON.stringify(variables);
  const from = useMemo(
    () => ({ ...(JSON.parse(asked) as object), after: heardUntil.value ?? null }) as unknown as Variables,
    [asked],
  );
  const [state] = useSubscription<Data, Data, Variables>({ query: document, variables: from, pause }, (_before, data) => {
    onTold?.(data);
    return data;
  });
  return state;
}
