// A report that is read anew, after a moment, whenever a counter of the shop moved.

import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import type { AnyVariables, TypedDocumentNode } from "urql";
import { useRead, type Read } from "@/ui/useRead";

const QUIET_MILLISECONDS = 800;

export function useReport<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  told: string | undefined,
): Read<Data> {
  const read = useRead(query, variables);
  const refresh = useDebouncedCallback(read.refresh, QUIET_MILLISECONDS);
  const known = useRef(told);
  useEffect(() => {
    // What is told first is what was just read.
    if (known.current !== undefined && told !== known.current) refresh();
    known.current = told;
  }, [told, refresh]);
  return read;
}
