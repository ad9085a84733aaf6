// The form of somebody who makes their account: the first owner, or a person who was invited.

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldErrors, type Problem } from "@/api/problems";
import { ProblemNotice, useProblemText } from "@/ui/problems";

export interface NewAccountValues {
  name: string;
  email: string;
  password: string;
}

interface NewAccountProps {
  /** Whether the person chooses the email; who was invited has one. */
  asksForEmail: boolean;
  action: string;
  onSubmit: (values: NewAccountValues) => Promise<Problem | undefined>;
}

const SHORTEST_PASSWORD = 10;

export function NewAccount({ asksForEmail, action, onSubmit }: NewAccountProps) {
  const { t } = useTranslation("session");
  const problemText = useProblemText();
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setIsSending] = useState(false);
  const form = useForm({
    initialValues: { name: "", email: "", password: "", again: "" },
    validate: {
      name: (name) => (name.trim() === "" ? t("nameMissing") : null),
      email: (email) => (asksForEmail && !email.includes("@") ? t("emailMissing") : null),
      password: (password) => (password.length < SHORTEST_PASSWORD ? t("passwordShort") : null),
      again: (again, { password }) => (again === password ? null : t("passwordsDiffer")),
    },
  });

  const submit = async ({ again: _again, ...values }: typeof form.values) => {
    setIsSending(true);
    setProblem(undefined);
    const refusal = await onSubmit(values);
    setIsSending(false);
    if (!refusal) return;
    const errors = fieldErrors(refusal, problemText(refusal));
    const isOfAField = Object.keys(errors).some((field) => field in form.values);
    if (isOfAField) form.setErrors(errors);
    else setProblem(refusal);
  };

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        {problem && <ProblemNotice problem={problem} />}
        <TextInput
          label={t("name")}
          autoComplete="name"
          maxLength={120}
          required
          autoFocus
          {...form.getInputProps("name")}
        />
        {asksForEmail && (
          <TextInput
            label={t("email")}
            description={t("emailHint")}
            type="email"
            autoComplete="username"
            dir="ltr"
            maxLength={254}
            required
            {...form.getInputProps("email")}
          />
        )}
        <PasswordInput
          label={t("password")}
          description={t("passwordHint")}
          autoComplete="new-password"
          dir="ltr"
          required
          visibilityToggleButtonProps={{ "aria-label": t("showPassword"), "aria-hidden": false, tabIndex: 0 }}
          {...form.getInputProps("password")}
        />
        <PasswordInput
          label={t("passwordAgain")}
          autoComplete="new-password"
          dir="ltr"
          required
          visibilityToggleButtonProps={{ "aria-label": t("showPassword"), "aria-hidden": false, tabIndex: 0 }}
          {...form.getInputProps("again")}
        />
        <Button type="submit" loading={isSending}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
