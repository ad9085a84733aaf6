// The columns of the table of scenarios.

import { Badge as MantineBadge, Box, Button, Group, Stack, Text } from "@mantine/core";
import { GitCompareArrows, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/session/session";
import type { Column } from "@/ui/DataTable";
import { Ago, Words } from "@/ui/values";
import type { Result, RunUnderWay, ScenarioRow } from "../documents";
import { RunBadge, useAssistantName } from "../RunBadge";

interface Options {
  underWay: readonly RunUnderWay[];
  onRun: (id: string) => void;
}

export function useScenarioColumns({ underWay, onRun }: Options): Column<ScenarioRow>[] {
  const { t } = useTranslation(["scenarios", "common"]);
  const { can } = useSession();
  const columns: Column<ScenarioRow>[] = [
    {
      key: "name",
      header: t("one"),
      render: ({ name, description, isSample }) => (
        <Box maw={460}>
          <Group gap={8}>
            <Text fz="sm" fw={600}>
              <Words>{name}</Words>
            </Text>
            {isSample && (
              <MantineBadge size="xs" variant="default" tt="none" fw={500}>
                {t("sample")}
              </MantineBadge>
            )}
          </Group>
          <Text fz="xs" className="muted" fw={400} visibleFrom="sm">
            <Words>{description}</Words>
          </Text>
        </Box>
      ),
    },
    {
      key: "language",
      header: t("common:fields.language"),
      from: "md",
      render: ({ language }) => (
        <Text fz="sm">{t(`common:languages.${language}` as "common:languages.en", { defaultValue: language })}</Text>
      ),
    },
    {
      key: "results",
      header: t("lastRun"),
      render: (scenario) => <Results scenario={scenario} underWay={underWay.filter((run) => run.scenario?.id === scenario.id)} />,
    },
  ];
  if (!can("scenarios:write")) return columns;
  return [
    ...columns,
    {
      key: "run",
      header: t("run"),
      align: "end",
      from: "sm",
      width: 110,
      render: ({ id, name }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={<Play size={13} aria-hidden />}
          aria-label={`${t("run")}: ${name}`}
          onClick={() => {
            onRun(id);
          }}
        >
          {t("run")}
        </Button>
      ),
    },
  ];
}

function Results({ scenario, underWay }: { scenario: ScenarioRow; underWay: readonly RunUnderWay[] }) {
  const { t } = useTranslation("scenarios");
  const nameOf = useAssistantName();
  const results = scenario.results ?? [];
  if (results.length === 0 && underWay.length === 0) {
    return (
      <Text fz="sm" className="muted">
        {t("neverRun")}
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      {underWay.map((run) => (
        <Group key={run.id} gap={8}>
          <RunBadge state={run.state} />
          <Text fz="xs" className="muted">
            {nameOf(run)}
          </Text>
        </Group>
      ))}
      {results.map((result) => (
        <ResultLine key={result.run.id} scenarioId={scenario.id} result={result} />
      ))}
    </Stack>
  );
}

function ResultLine({ scenarioId, result: { earlierRun, hasChanged, run } }: { scenarioId: string; result: Result }) {
  const { t } = useTranslation("scenarios");
  const nameOf = useAssistantName();
  return (
    <Group gap="2px 8px">
      <RunBadge state={run.state} />
      <Text fz="xs" className="muted">
        {nameOf(run)} · <Ago time={run.finishedAt ?? run.createdAt} />
      </Text>
      {hasChanged && earlierRun && (
        <Link to={`/scenarios/${scenarioId}?run=${run.id}&with=${earlierRun.id}`} className="scenarios-changed">
          <GitCompareArrows size={13} aria-hidden /> {t("changedFrom", { state: t(`state.${earlierRun.state}`) })}
        </Link>
      )}
    </Group>
  );
}
