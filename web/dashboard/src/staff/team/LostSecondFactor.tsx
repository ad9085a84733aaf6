// Taking away a second factor that a colleague lost; the password of whoever does it proves that it is them.

import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { ProblemNotice, useTell } from "@/ui/problems";
import { RESET_SECOND_FACTOR, type Person } from "./documents";
import { Part } from "./Part";

export function LostSecondFactor({ person: { id, name } }: { person: Person }) {
  const { t } = useTranslation(["staff", "common", "session"]);
  const tell = useTell();
  const [reset, isResetting] = useChange(RESET_SECOND_FACTOR);
  const [isAsking, setIsAsking] = useState(false);
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem>();

  const submit = async () => {
    const { problem: refusal } = await reset({ input: { id, password, idempotencyKey: newKey() } });
    setProblem(refusal);
    if (refusal === undefined) tell.done(t("lost.done", { name }));
  };
  return (
    <Part title={t("lost.title")}>
      <Text fz="sm" className="muted" mb="sm">
        {t("lost.advice")}
      </Text>
      {!isAsking ? (
        <Button
          variant="default"
          onClick={() => {
            setIsAsking(true);
          }}
        >
          {t("lost.reset")}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Stack gap="sm">
            <PasswordInput
              label={t("lost.password")}
              description={t("lost.passwordAdvice")}
              autoComplete="current-password"
              dir="ltr"
              autoFocus
              required
              visibilityToggleButtonProps={{ "aria-label": t("session:showPassword"), "aria-hidden": false, tabIndex: 0 }}
              value={password}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
              }}
            />
            {problem && <ProblemNotice problem={problem} />}
            <Group gap="xs" justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  setIsAsking(false);
                  setPassword("");
                  setProblem(undefined);
                }}
              >
                {t("common:actions.cancel")}
              </Button>
              <Button type="submit" color="red" loading={isResetting} disabled={password === ""}>
                {t("lost.reset")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Part>
  );
}
