// New recovery codes, or no second factor any more: both take the password and a code.

import { Button, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { ProblemNotice } from "@/ui/problems";

const DISABLE = graphql(`
  mutation TotpDisable($input: TotpDisableInput!) {
    totpDisable(input: $input) {
      ... on StaffSignInPayload {
        staff {
          id
          totpEnabled
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

const REGENERATE = graphql(`
  mutation RecoveryCodesRegenerate($input: RecoveryCodesRegenerateInput!) {
    recoveryCodesRegenerate(input: $input) {
      ... on RecoveryCodesPayload {
        recoveryCodes
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

interface ProveAndChangeProps {
  what: "disable" | "regenerate";
  /** The fresh recovery codes; none when the second factor is gone. */
  onCodes: (codes: string[]) => void;
  onCancel: () => void;
}

const SIX_DIGITS = /^\d{6}$/;

export function ProveAndChange({ what, onCodes, onCancel }: ProveAndChangeProps) {
  const { t } = useTranslation(["staff", "common", "session"]);
  const [disable, isDisabling] = useChange(DISABLE);
  const [regenerate, isRegenerating] = useChange(REGENERATE);
  const [password, setPassword] = useState("");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem>();

  const submit = async () => {
    const code = typed.replaceAll(" ", "");
    const input = { password, ...(SIX_DIGITS.test(code) ? { code } : { recoveryCode: typed.trim() }) };
    if (what === "disable") {
      const { payload, problem: refusal } = await disable({ input });
      setProblem(refusal);
      if (payload) onCodes([]);
    } else {
      const { payload, problem: refusal } = await regenerate({ input });
      setProblem(refusal);
      if (payload) onCodes(payload.recoveryCodes);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <Text fz="sm">{t(`me.second.${what}Text`)}</Text>
        {problem && <ProblemNotice problem={problem} />}
        <PasswordInput
          label={t("me.second.password")}
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
        <TextInput
          label={t("me.second.codeOrRecovery")}
          autoComplete="one-time-code"
          dir="ltr"
          required
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Group gap="xs">
          <Button
            type="submit"
            color={what === "disable" ? "red" : undefined}
            loading={isDisabling || isRegenerating}
            disabled={password === "" || typed.trim() === ""}
          >
            {t(`me.second.${what}`)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("common:actions.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
