// How far the runs are that were asked for.

import { Group, Loader, Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RunUnderWay } from "../documents";

interface ProgressingProps {
  underWay: readonly RunUnderWay[];
  /** Those that were asked for together here. */
  batch: readonly string[];
}

export function Progressing({ underWay, batch }: ProgressingProps) {
  const { t } = useTranslation("scenarios");
  const open = new Set(underWay.map(({ id }) => id));
  const left = batch.filter((id) => open.has(id)).length;
  const done = batch.length - left;
  return (
    <div role="status">
      {underWay.length > 0 && (
        <div className="card scenarios-progress">
          <Group gap="sm" mb={left > 0 ? 8 : 0}>
            <Loader size={16} aria-hidden />
            <Text fz="sm" fw={560}>
              {left > 0 ? t("all.progress", { done, count: batch.length }) : t("all.underWay", { count: underWay.length })}
            </Text>
          </Group>
          {left > 0 && <Progress value={(done / batch.length) * 100} aria-label={t("all.label")} />}
        </div>
      )}
    </div>
  );
}
