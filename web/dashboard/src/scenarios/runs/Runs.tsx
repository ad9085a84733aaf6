// The runs of a scenario: the list of them, and the one that is looked at.

import { Stack } from "@mantine/core";
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { RUNS, type Result, type Script } from "../documents";
import { useUnderWay } from "../useRunning";
import { RunDetails } from "./RunDetails";
import { RunList } from "./RunList";

interface RunsProps {
  scenario: Script;
  results: readonly Result[];
  /** When a run ended: what the results are may have changed. */
  onEnd: () => void;
}

export function Runs({ scenario, results, onEnd }: RunsProps) {
  const { t } = useTranslation("scenarios");
  const [opened] = useFilter("run");
  const { data, problem, refresh } = useRead(RUNS, { ...usePaging(20), filter: { scenarioId: scenario.id } });
  const runs = data?.scenarioRuns?.nodes;
  useUnderWay(() => {
    refresh();
    onEnd();
  });
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (runs?.length === 0 && opened === null) {
    return (
      <div className="card">
        <EmptyState icon={FlaskConical} title={t("runs.empty")} advice={t("runs.emptyAdvice")} />
      </div>
    );
  }
  const shown = opened ?? runs?.[0]?.id;
  return (
    <div className="runs">
      <Stack gap={0} className="card runs-list">
        <RunList runs={runs} shown={shown} results={results} />
        <Pager pageInfo={data?.scenarioRuns?.pageInfo} />
      </Stack>
      {shown !== undefined && <RunDetails key={shown} id={shown} runs={runs ?? []} results={results} />}
    </div>
  );
}
