// Changes of one customer's profile, each saved at once and said so.

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { VariablesOf } from "@/api/graphql";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useTell } from "@/ui/problems";
import { UPDATE } from "./changes";

type Changes = VariablesOf<typeof UPDATE>["input"]["changes"];

/** The problem that remained, if any; it was told already unless `isQuiet`. */
export function useUpdate(
  id: string,
): [(changes: Partial<Changes>, options?: { isQuiet?: boolean }) => Promise<Problem | undefined>, boolean] {
  const { t } = useTranslation("common");
  const tell = useTell();
  const [change, isBusy] = useChange(UPDATE);
  const update = useCallback(
    async (changes: Partial<Changes>, { isQuiet = false } = {}) => {
      const { problem } = await change({
        input: { id, changes: { clearLanguage: false, ...changes }, idempotencyKey: newKey() },
      });
      if (problem && !isQuiet) tell.problem(problem);
      if (!problem) tell.done(t("toast.saved"));
      return problem;
    },
    [change, id, t, tell],
  );
  return [update, isBusy];
}
