// Shutting somebody out, and letting them back in.

import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useConfirm } from "@/ui/confirm";
import { ProblemNotice, useTell } from "@/ui/problems";
import { DEACTIVATE, REACTIVATE, type Person } from "./documents";
import { Part } from "./Part";

export function Leaving({ person: { id, isActive, name } }: { person: Person }) {
  const { t } = useTranslation("staff");
  const tell = useTell();
  const confirm = useConfirm();
  const [deactivate, isLeaving] = useChange(DEACTIVATE);
  const [reactivate, isComing] = useChange(REACTIVATE);
  const [problem, setProblem] = useState<Problem>();

  const leave = async () => {
    const isSure = await confirm({
      title: t("leaving.sure", { name }),
      text: t("leaving.sureText"),
      action: t("leaving.deactivate"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem: refusal } = await deactivate({ input: { id, idempotencyKey: newKey() } });
    setProblem(refusal);
    if (refusal === undefined) tell.done(t("leaving.left", { name }));
  };
  const comeBack = async () => {
    const { problem: refusal } = await reactivate({ input: { id, idempotencyKey: newKey() } });
    setProblem(refusal);
    if (refusal === undefined) tell.done(t("leaving.back", { name }));
  };
  return (
    <Part title={isActive ? t("leaving.title") : t("leaving.titleBack")}>
      <Text fz="sm" className="muted" mb="sm">
        {isActive ? t("leaving.advice") : t("leaving.adviceBack")}
      </Text>
      {problem && <ProblemNotice problem={problem} />}
      {isActive ? (
        <Button variant="outline" color="red" loading={isLeaving} onClick={() => void leave()}>
          {t("leaving.deactivate")}
        </Button>
      ) : (
        <Button loading={isComing} onClick={() => void comeBack()}>
          {t("leaving.reactivate")}
        </Button>
      )}
    </Part>
  );
}
