// Password, then the QR code for the app, then a code that proves the app has it.

import { Box, Button, Group, Input, PasswordInput, PinInput, Stack, Text } from "@mantine/core";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { ProblemNotice } from "@/ui/problems";
import { Copyable } from "@/ui/values";

const ENROL = graphql(`
  mutation TotpEnrol($input: TotpEnrolInput!) {
    totpEnrol(input: $input) {
      ... on TotpEnrolPayload {
        otpauthUri
        secret
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

const CONFIRM = graphql(`
  mutation TotpConfirm($input: TotpConfirmInput!) {
    totpConfirm(input: $input) {
      ... on RecoveryCodesPayload {
        recoveryCodes
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

const DIGITS = 6;

export function Enrol({ onDone, onCancel }: { onDone: (codes: string[]) => void; onCancel: () => void }) {
  const { t } = useTranslation(["staff", "common", "session"]);
  const [enrol, isEnrolling] = useChange(ENROL);
  const [confirm, isConfirming] = useChange(CONFIRM);
  const [password, setPassword] = useState("");
  const [key, setKey] = useState<{ otpauthUri: string; secret: string }>();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem>();

  const begin = async () => {
    const { payload, problem: refusal } = await enrol({ input: { password } });
    setProblem(refusal);
    setKey(payload);
  };
  const prove = async (typed: string) => {
    const { payload, problem: refusal } = await confirm({ input: { code: typed } });
    setProblem(refusal);
    if (payload) onDone(payload.recoveryCodes);
    else setCode("");
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (key ? prove(code) : begin());
      }}
    >
      <Stack>
        {problem && <ProblemNotice problem={problem} />}
        {key ? (
          <>
            <Text fz="sm">{t("me.second.scan")}</Text>
            <Box bg="white" p="sm" w="fit-content" style={{ borderRadius: 12 }}>
              <QRCodeSVG value={key.otpauthUri} size={184} title={t("me.second.qr")} />
            </Box>
            <Text fz="sm">{t("me.second.orType")}</Text>
            <Copyable value={key.secret} label={t("me.second.secret")} />
            <Input.Wrapper label={t("session:code")}>
              <PinInput
                length={DIGITS}
                type="number"
                oneTimeCode
                dir="ltr"
                aria-label={t("session:code")}
                getInputProps={(index) => ({ "aria-label": t("session:digit", { number: index + 1 }) })}
                value={code}
                onChange={setCode}
                onComplete={(typed) => void prove(typed)}
              />
            </Input.Wrapper>
          </>
        ) : (
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
        )}
        <Group gap="xs">
          <Button
            type="submit"
            loading={isEnrolling || isConfirming}
            disabled={key ? code.length < DIGITS : password === ""}
          >
            {key ? t("me.second.confirm") : t("common:actions.next")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("common:actions.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
