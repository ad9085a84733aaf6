// The checklist and how far the shop has come with it.

import { graphql, type ResultOf } from "@/api/graphql";
import { useHeard } from "@/api/useHeard";
import { useRead, type Read } from "@/ui/useRead";

const CHECKLIST = graphql(`
  query Checklist {
    checklist {
      id
      code
      need
      isDone
      missing
      advice
    }
  }
`);

export type Item = NonNullable<ResultOf<typeof CHECKLIST>["checklist"]>[number];

/** What may do a step, or undo it. */
const TOLD = ["account.changed", "catalog.changed", "payment_config.changed", "provider.changed", "setting.changed", "staff.changed"];

export interface Advance {
  required: number;
  requiredDone: number;
  all: number;
  done: number;
}

export interface ChecklistRead extends Pick<Read<unknown>, "problem" | "refresh" | "isLoading"> {
  items: readonly Item[] | undefined;
  progress: Advance | undefined;
}

export function useChecklist({ pause = false } = {}): ChecklistRead {
  const { data, problem, refresh, isLoading } = useRead(CHECKLIST, {}, { pause });
  const items = data?.checklist ?? undefined;
  useHeard(TOLD, refresh, { pause });
  return { items, progress: items && advanceOf(items), problem, refresh, isLoading };
}

function advanceOf(items: readonly Item[]): Advance {
  const required = items.filter(({ need }) => need === "REQUIRED");
  return {
    required: required.length,
    requiredDone: required.filter(({ isDone }) => isDone).length,
    all: items.length,
    done: items.filter(({ isDone }) => isDone).length,
  };
}
