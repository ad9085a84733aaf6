// A new password ends all other sessions.

import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { Section } from "@/ui/Page";
import { ProblemNotice, useTell } from "@/ui/problems";

const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: StaffChangePasswordInput!) {
    staffChangePassword(input: $input) {
      ... on StaffSignInPayload {
        staff {
          id
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

const SHORTEST = 10;
const FIELDS = ["oldPassword", "password", "again"] as const;

export function Password() {
  const { t } = useTranslation(["staff", "common", "session"]);
  const tell = useTell();
  const [change, isSending] = useChange(CHANGE_PASSWORD);
  const [problem, setProblem] = useState<Problem>();
  const form = useForm({
    initialValues: { oldPassword: "", password: "", again: "" },
    validate: {
      password: (password) => (password.length < SHORTEST ? t("session:passwordShort") : null),
      again: (again, { password }) => (again === password ? null : t("session:passwordsDiffer")),
    },
  });

  const submit = async ({ oldPassword, password }: typeof form.values) => {
    setProblem(undefined);
    const { payload, problem: refusal } = await change({ input: { oldPassword, password } });
    setProblem(refusal);
    if (!payload) return;
    form.reset();
    tell.done(t("me.password.changed"));
  };

  return (
    <Section title={t("me.password.title")}>
      <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack maw={420}>
          <Text fz="sm" className="muted">
            {t("me.password.advice")}
          </Text>
          {problem && <ProblemNotice problem={problem} />}
          {FIELDS.map((field) => (
            <PasswordInput
              key={field}
              label={t(`me.password.${field}`)}
              autoComplete={field === "oldPassword" ? "current-password" : "new-password"}
              dir="ltr"
              required
              visibilityToggleButtonProps={{ "aria-label": t("session:showPassword"), "aria-hidden": false, tabIndex: 0 }}
              {...form.getInputProps(field)}
            />
          ))}
          <Group>
            <Button type="submit" variant="default" loading={isSending}>
              {t("me.password.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
