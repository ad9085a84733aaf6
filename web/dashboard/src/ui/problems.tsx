// How the pages say that something did not work, and what to do about it.

import { Alert, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleAlert } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problems";

/** The sentence of a problem in the reader's language where there is one, else the server's own. */
export function useProblemText(): (problem: Problem) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ code, message }) => {
      // The server's own sentence names the thing; in English it says more than ours.
      const isOurs = code === "NETWORK" || code === "INTERNAL" || i18n.language !== "en";
      return isOurs ? t(`problem.${code}` as "problem.INTERNAL", { defaultValue: message }) : message;
    },
    [t, i18n.language],
  );
}

export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Alert role="alert" color="red" icon={<CircleAlert size={18} aria-hidden />} title={t("problem.title")}>
      <Group justify="space-between" gap="sm">
        <Text fz="sm" c="inherit">
          {text(problem)}
        </Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("actions.retry")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Toasts: `tell.done("Saved")`, `tell.problem(problem)`. */
export function useTell(): { done: (message: string, title?: string) => void; problem: (problem: Problem) => void } {
  const { t } = useTranslation();
  const text = useProblemText();
  return useMemo(() => {
    const closeButtonProps = { "aria-label": t("actions.close") };
    return {
      done: (message, title) => notifications.show({ message, title, color: "brand", closeButtonProps }),
      problem: (problem) =>
        notifications.show({ title: t("problem.title"), message: text(problem), color: "red", autoClose: 10_000, closeButtonProps }),
    };
  }, [t, text]);
}
