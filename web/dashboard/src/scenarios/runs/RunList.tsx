// The runs, the newest first.

import { Group, Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Ago } from "@/ui/values";
import type { Result, RunInList } from "../documents";
import { RunBadge, useAssistantName, usePromptName } from "../RunBadge";

interface RunListProps {
  runs: readonly RunInList[] | undefined;
  shown: string | undefined;
  results: readonly Result[];
}

export function RunList({ runs, shown, results }: RunListProps) {
  const { t } = useTranslation(["scenarios", "common"]);
  const nameOf = useAssistantName();
  const promptOf = usePromptName();
  const [parameters] = useSearchParams();
  const openAt = (id: string) => {
    const next = new URLSearchParams(parameters);
    next.delete("with");
    next.delete("turn");
    next.set("run", id);
    return `?${next.toString()}`;
  };
  if (runs === undefined) {
    return (
      <Group p="sm" gap="xs" aria-busy role="status" aria-label={t("common:list.loading")}>
        {[0, 1, 2, 3].map((place) => (
          <Skeleton key={place} h={52} radius="md" />
        ))}
      </Group>
    );
  }
  return (
    <ul className="runs-entries" aria-label={t("runs.title")}>
      {runs.map((run) => {
        const hasChanged = results.some((result) => result.run.id === run.id && result.hasChanged);
        return (
          <li key={run.id}>
            <Link to={openAt(run.id)} replace className="runs-entry" aria-current={run.id === shown ? "true" : undefined}>
              <Group justify="space-between" gap={6} wrap="nowrap">
                <Text fz="sm" fw={600} className="clip">
                  {nameOf(run)}
                </Text>
                <RunBadge state={run.state} />
              </Group>
              <Text fz="xs" className="muted">
                <Ago time={run.createdAt} /> · {promptOf(run)}
              </Text>
              {hasChanged && (
                <Text fz="xs" className="runs-changed">
                  {t("changed")}
                </Text>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
