// Giving a person another role: their sessions end, so that nothing of the old rights lives on.

import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useConfirm } from "@/ui/confirm";
import { ProblemNotice, useTell } from "@/ui/problems";
import { CHANGE_ROLE, type Person } from "./documents";
import { Part } from "./Part";
import { RoleChoice } from "./RoleChoice";

export function ChangeRole({ person }: { person: Person }) {
  const { t } = useTranslation(["staff", "common", "app"]);
  const tell = useTell();
  const confirm = useConfirm();
  const [change, isChanging] = useChange(CHANGE_ROLE);
  const [role, setRole] = useState(person.role);
  const [problem, setProblem] = useState<Problem>();
  const { id, name } = person;

  const save = async () => {
    const isSure = await confirm({
      title: t("person.roleSure", { name, role: t(`app:roles.${role}`) }),
      text: t("person.roleSureText"),
      action: t("person.roleChange"),
    });
    if (!isSure) return;
    const { problem: refusal } = await change({ input: { id, role, idempotencyKey: newKey() } });
    setProblem(refusal);
    if (refusal === undefined) tell.done(t("person.roleChanged", { name, role: t(`app:roles.${role}`) }));
  };
  return (
    <Part title={t("role")}>
      <Stack gap="sm">
        <RoleChoice label={t("person.roleLabel", { name })} value={role} onChange={setRole} current={person.role} />
        {problem && <ProblemNotice problem={problem} />}
        {role !== person.role && (
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              onClick={() => {
                setRole(person.role);
              }}
            >
              {t("common:actions.cancel")}
            </Button>
            <Button loading={isChanging} onClick={() => void save()}>
              {t("person.roleChange")}
            </Button>
          </Group>
        )}
      </Stack>
    </Part>
  );
}
