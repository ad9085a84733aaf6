// What does not hold in a run, or that all does.

import { Alert, List } from "@mantine/core";
import { CircleCheck, CircleX, Hourglass, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Words } from "@/ui/values";
import { isOver, type PlayedRun } from "../documents";

export function Problems({ run: { problems, state } }: { run: PlayedRun }) {
  const { t } = useTranslation("scenarios");
  if (state === "PASSED") {
    return <Alert color="green" icon={<CircleCheck size={18} aria-hidden />} title={t("problems.none")} />;
  }
  if (!isOver({ state })) {
    return <Alert color="blue" icon={<Hourglass size={18} aria-hidden />} title={t(state === "WAITING" ? "problems.waiting" : "problems.running")} />;
  }
  const isBroken = state === "BROKEN";
  return (
    <Alert
      color={isBroken ? "orange" : "red"}
      icon={isBroken ? <TriangleAlert size={18} aria-hidden /> : <CircleX size={18} aria-hidden />}
      title={isBroken ? t("problems.broken") : t("problems.count", { count: problems.length })}
    >
      <List fz="sm" spacing={4} c="inherit">
        {problems.map((problem, place) => (
          <List.Item key={place}>
            <Words>{problem}</Words>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
