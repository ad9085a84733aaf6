// Why a webhook is told nothing at the moment, and how it goes on.

import { Alert, Button, Group, Text } from "@mantine/core";
import { CirclePause, Play, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import type { Webhook } from "./documents";
import { useFailureText } from "./useFailureText";
import { usePausing } from "./usePausing";

export function PausedNotice({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("integrations");
  const format = useFormat();
  const failureText = useFailureText();
  const { isBusy, resume } = usePausing(webhook);
  const { pausedAt, pausedReason, state } = webhook;
  if (state === "ACTIVE") return null;
  const hasFailed = state === "PAUSED_AFTER_FAILURES";
  return (
    <Alert
      color={hasFailed ? "red" : "gray"}
      icon={hasFailed ? <TriangleAlert size={18} aria-hidden /> : <CirclePause size={18} aria-hidden />}
      title={hasFailed ? t("paused.failedTitle") : t("paused.title")}
    >
      <Group justify="space-between" gap="sm">
        <Text fz="sm" c="inherit" maw={640}>
          {hasFailed && pausedAt !== null
            ? t("paused.failedText", { when: format.dateTime(pausedAt), reason: failureText(pausedReason) })
            : t("paused.text")}
        </Text>
        <Button size="xs" leftSection={<Play size={14} aria-hidden />} loading={isBusy} onClick={() => void resume()}>
          {t("paused.resume")}
        </Button>
      </Group>
    </Alert>
  );
}
