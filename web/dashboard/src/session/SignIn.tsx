// Email and password, then the code of the second factor where the person has one.

import { Alert, Button, PasswordInput, PinInput, Stack, Text, TextInput, Anchor, Input } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import type { Problem } from "@/api/problems";
import { accessLastsUntil } from "@/api/renewal";
import { useChange } from "@/api/useChange";
import { useProblemText } from "@/ui/problems";

const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on SignInPayload {
        accessExpiresAt
        staff {
          id
          name
        }
      }
      ... on TotpRequiredError {
        challenge
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

const SIGN_IN_WITH_TOTP = graphql(`
  mutation SignInWithTotp($input: SignInWithTotpInput!) {
    signInWithTotp(input: $input) {
      ... on SignInPayload {
        accessExpiresAt
        staff {
          id
          name
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

export interface SignedIn {
  id: string;
  name: string;
}

const CODE_DIGITS = 6;

export default function SignIn({ email = "", onDone }: { email?: string; onDone: (staff: SignedIn) => void }) {
  const [challenge, setChallenge] = useState<string>();
  const done = (accessExpiresAt: string, staff: SignedIn) => {
    accessLastsUntil(accessExpiresAt);
    onDone(staff);
  };
  if (challenge !== undefined) {
    return (
      <SecondFactor
        challenge={challenge}
        onDone={done}
        onBack={() => {
          setChallenge(undefined);
        }}
      />
    );
  }
  return <FirstFactor email={email} onDone={done} onChallenge={setChallenge} />;
}

type Done = (accessExpiresAt: string, staff: SignedIn) => void;

function FirstFactor(props: { email: string; onDone: Done; onChallenge: (challenge: string) => void }) {
  const { t } = useTranslation("session");
  const [signIn, isSending] = useChange(SIGN_IN);
  const [email, setEmail] = useState(props.email);
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const { payload, problem: refusal } = await signIn({ input: { email, password } });
    if (payload) {
      props.onDone(payload.accessExpiresAt, payload.staff);
      return;
    }
    const challenge = challengeOf(refusal);
    if (challenge === undefined) setProblem(refusal);
    else props.onChallenge(challenge);
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Refusal problem={problem} />
        <TextInput
          label={t("email")}
          type="email"
          name="email"
          autoComplete="username"
          dir="ltr"
          required
          withAsterisk={false}
          autoFocus={props.email === ""}
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
          }}
        />
        <PasswordInput
          label={t("password")}
          name="password"
          autoComplete="current-password"
          dir="ltr"
          required
          withAsterisk={false}
          autoFocus={props.email !== ""}
          visibilityToggleButtonProps={{ "aria-label": t("showPassword"), tabIndex: 0, "aria-hidden": false }}
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={isSending} fullWidth>
          {t("signIn")}
        </Button>
      </Stack>
    </form>
  );
}

function SecondFactor(props: { challenge: string; onDone: Done; onBack: () => void }) {
  const { t } = useTranslation("session");
  const [signIn, isSending] = useChange(SIGN_IN_WITH_TOTP);
  const [isRecovery, setIsRecovery] = useState(false);
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem>();

  const send = async (typed: string) => {
    setProblem(undefined);
    const given = isRecovery ? { recoveryCode: typed.trim() } : { code: typed };
    const { payload, problem: refusal } = await signIn({ input: { challenge: props.challenge, ...given } });
    if (payload) props.onDone(payload.accessExpiresAt, payload.staff);
    else {
      setProblem(refusal);
      setCode("");
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(code);
      }}
    >
      <Stack>
        <Text fz="sm" className="muted">
          {isRecovery ? t("recoveryAdvice") : t("codeAdvice")}
        </Text>
        <Refusal problem={problem} />
        {isRecovery ? (
          <TextInput
            label={t("recoveryCode")}
            autoComplete="off"
            dir="ltr"
            autoFocus
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
        ) : (
          <Input.Wrapper label={t("code")}>
            <PinInput
              length={CODE_DIGITS}
              type="number"
              oneTimeCode
              autoFocus
              dir="ltr"
              aria-label={t("code")}
              getInputProps={(index) => ({ "aria-label": t("digit", { number: index + 1 }) })}
              value={code}
              onChange={setCode}
              onComplete={(typed) => void send(typed)}
            />
          </Input.Wrapper>
        )}
        <Button type="submit" loading={isSending} disabled={!isRecovery && code.length < CODE_DIGITS} fullWidth>
          {t("signIn")}
        </Button>
        <Anchor
          component="button"
          type="button"
          fz="sm"
          onClick={() => {
            setIsRecovery(!isRecovery);
            setCode("");
          }}
        >
          {isRecovery ? t("useCode") : t("useRecoveryCode")}
        </Anchor>
        <Anchor component="button" type="button" fz="sm" onClick={props.onBack}>
          {t("somebodyElse")}
        </Anchor>
      </Stack>
    </form>
  );
}

function Refusal({ problem }: { problem: Problem | undefined }) {
  const text = useProblemText();
  return problem ? (
    <Alert role="alert" color="red">
      {text(problem)}
    </Alert>
  ) : null;
}

function challengeOf(problem: Problem): string | undefined {
  const { error } = problem;
  if (typeof error !== "object" || error === null || !("challenge" in error)) return undefined;
  return typeof error.challenge === "string" ? error.challenge : undefined;
}
