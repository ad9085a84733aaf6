// A run: what was said in it beside what does not hold, alone or beside another run.

import { Box, Drawer, Group, Loader, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLive } from "@/api/useLive";
import { useFormat } from "@/i18n/format";
import { TurnDetails } from "@/turns/TurnDetails";
import { useFilter } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { When, Words } from "@/ui/values";
import { isOver, PLAYED_RUN, PLAYED_RUN_CHANGED, type PlayedRun, type Result, type RunInList } from "../documents";
import { RunBadge, useAssistantName, usePromptName } from "../RunBadge";
import { Problems } from "./Problems";
import { Transcript } from "./Transcript";

interface RunDetailsProps {
  id: string;
  runs: readonly RunInList[];
  results: readonly Result[];
}

export function RunDetails({ id, runs, results }: RunDetailsProps) {
  const { t } = useTranslation(["scenarios", "common"]);
  const format = useFormat();
  const nameOf = useAssistantName();
  const [compared, setCompared] = useFilter("with");
  const [turn, setTurn] = useFilter("turn");
  const turnKept = useKept(turn);
  const earlier = results.find((result) => result.run.id === id)?.earlierRun;
  const others = runs.filter((run) => run.id !== id && isOver(run));
  const choices = others.map((run) => ({
    value: run.id,
    label: `${format.dateTime(run.createdAt)} · ${nameOf(run)} · ${t(`state.${run.state}`)}`,
  }));
  // The earlier run may be further back than the list goes.
  const beyond = [earlier?.id, compared].find((each) => each != null && !others.some((run) => run.id === each));
  if (beyond != null) choices.push({ value: beyond, label: t("runs.earlier") });
  return (
    <Stack gap="sm" miw={0}>
      {choices.length > 0 && (
        <Group justify="flex-end">
          <Select
            size="xs"
            w={320}
            aria-label={t("runs.compare")}
            placeholder={t("runs.compare")}
            data={choices}
            value={compared}
            clearable
            clearButtonProps={{ "aria-label": t("common:actions.clear") }}
            onChange={setCompared}
          />
        </Group>
      )}
      <div className="runs-pair" data-compares={compared !== null || undefined}>
        <Played id={id} onTurn={setTurn} label={t("runs.this")} />
        {compared !== null && <Played key={compared} id={compared} onTurn={setTurn} label={t("runs.other")} />}
      </div>
      <Drawer
        opened={turnKept.isOpen}
        onClose={() => {
          setTurn(null);
        }}
        title={t("runs.turn")}
        size="md"
        closeButtonProps={{ "aria-label": t("common:actions.close") }}
      >
        {turnKept.value !== null && <TurnDetails key={turnKept.value} turnId={turnKept.value} />}
      </Drawer>
    </Stack>
  );
}

interface PlayedProps {
  id: string;
  label: string;
  onTurn: (id: string) => void;
}

function Played({ id, label, onTurn }: PlayedProps) {
  const { t } = useTranslation("scenarios");
  const { data, isLoading, problem, refresh } = useRead(PLAYED_RUN, { id });
  const run = data?.node?.__typename === "ScenarioRun" ? data.node : null;
  useLive(PLAYED_RUN_CHANGED, { id }, { pause: run === null || isOver(run) });
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (isLoading) return <Skeleton h={420} radius="lg" />;
  if (run === null) {
    return (
      <Text className="muted" p="md">
        {t("runs.gone")}
      </Text>
    );
  }
  return (
    <section className="card run" aria-label={label}>
      <Head run={run} label={label} />
      <div className="run-parts">
        <Problems run={run} />
        <Transcript run={run} onTurn={onTurn} />
      </div>
    </section>
  );
}

function Head({ run, label }: { run: PlayedRun; label: string }) {
  const { t } = useTranslation("scenarios");
  const nameOf = useAssistantName();
  const promptOf = usePromptName();
  return (
    <Group className="run-head" gap="sm" justify="space-between">
      <Box miw={0}>
        <Text component="h2" fz="md" fw={640}>
          {label}: {nameOf(run)}
        </Text>
        <Text fz="xs" className="muted">
          <When time={run.createdAt} /> · {promptOf(run)}
          {run.askedBy && (
            <>
              {" · "}
              {t("runs.askedBy")} <Words>{run.askedBy.name}</Words>
            </>
          )}
        </Text>
      </Box>
      <Group gap={8} role="status">
        {!isOver(run) && <Loader size={16} aria-hidden />}
        <RunBadge state={run.state} />
      </Group>
    </Group>
  );
}
