// Playing scenarios: with whom, which of them are under way, and when one has ended.

import { useDebouncedCallback, useSessionStorage } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useLive } from "@/api/useLive";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { RUN_ALL, RUN_SCENARIO } from "./changes";
import { isOver, RUN_CHANGED, RUNS_UNDER_WAY, type RunUnderWay } from "./documents";

export type Choice = { assistant: "SHOP" | "BUILT_IN" } | { assistant: "PROVIDER"; providerId: string };

// Runs of the built-in assistant end several times a second.
const QUIET_MILLISECONDS = 400;

/** Kept while the browser's tab is open: whoever tries a provider tries it on one scenario after another. */
export function useChoice(): [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useSessionStorage<Choice>({ key: "parley-lab", defaultValue: { assistant: "SHOP" } });
  return [choice, setChoice];
}

/** Those that wait or are under way, live; `onEnd` when one has ended, or several at about the same time. */
export function useUnderWay(onEnd: () => void): RunUnderWay[] {
  const { data, refresh } = useRead(RUNS_UNDER_WAY, {}, { requestPolicy: "cache-and-network" });
  const runs = data?.scenarioRuns?.nodes ?? [];
  const endSoon = useDebouncedCallback(onEnd, QUIET_MILLISECONDS);
  const refreshSoon = useDebouncedCallback(refresh, QUIET_MILLISECONDS);
  useLive(RUN_CHANGED, {}, {
    onTold: ({ scenarioRunChanged: told }) => {
      if (!told) return;
      if (isOver(told.run)) endSoon();
      else if (!runs.some(({ id }) => id === told.run.id)) refreshSoon();
    },
  });
  return runs.filter((run) => !isOver(run));
}

export function useRunner(choice: Choice) {
  const { t } = useTranslation("scenarios");
  const tell = useTell();
  const confirm = useConfirm();
  const [runOne] = useChange(RUN_SCENARIO);
  const [runAll, isStarting] = useChange(RUN_ALL);
  return {
    isStarting,
    /** The id of the run, or null if there is none. */
    run: async (id: string): Promise<string | null> => {
      const { payload, problem } = await runOne({ input: { id, ...choice, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      return payload?.run.id ?? null;
    },
    /** The ids of the runs; empty if there are none. */
    runAll: async (count: number): Promise<string[]> => {
      if (choice.assistant !== "BUILT_IN") {
        const isSure = await confirm({ title: t("all.sure", { count }), text: t("all.sureText", { count }), action: t("all.run") });
        if (!isSure) return [];
      }
      const { payload, problem } = await runAll({ input: { ...choice, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      return payload?.runs.map(({ id }) => id) ?? [];
    },
  };
}
