// An invitation: for whom, to what role, and its link, which is shown once.

import { Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { FormDrawer } from "@/ui/FormDrawer";
import { ShownOnce } from "@/ui/ShownOnce";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { INVITE, type OpenInvitation, type Role } from "./documents";
import { RoleChoice } from "./RoleChoice";

const ADDRESS = /^\S+@\S+\.\S+$/;

interface Made {
  link: string;
  invitation: OpenInvitation;
}

export function InviteForm({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation(["staff", "common", "app"]);
  const format = useFormat();
  const putToField = useFieldProblem();
  const { keyFor, done } = useIntention();
  const [invite] = useChange(INVITE);
  const [made, setMade] = useState<Made | null>(null);
  const form = useForm<{ email: string; role: Role }>({
    initialValues: { email: "", role: "AGENT" },
    validate: { email: (email) => (ADDRESS.test(email.trim()) ? null : t("invite.needsEmail")) },
  });
  const close = () => {
    form.reset();
    onClose();
  };
  const submit = async (): Promise<Problem | undefined> => {
    if (form.validate().hasErrors) return undefined;
    const { email, role } = form.getValues();
    const input = { email: email.trim(), role };
    const { payload, problem } = await invite({ input: { ...input, idempotencyKey: keyFor(input) } });
    if (problem) return putToField(form, problem);
    done();
    setMade({ link: location.origin + payload.linkPath, invitation: payload.invitation });
    close();
    return undefined;
  };
  return (
    <>
      <FormDrawer
        title={t("invite.title")}
        isOpen={isOpen}
        onClose={close}
        isDirty={form.isDirty()}
        onSubmit={submit}
        action={t("invite.make")}
      >
        <Text fz="sm">{t("invite.text")}</Text>
        <TextInput
          label={t("common:fields.email")}
          description={t("invite.emailAdvice")}
          type="email"
          dir="ltr"
          autoComplete="off"
          maxLength={254}
          data-autofocus
          required
          {...form.getInputProps("email")}
        />
        <RoleChoice
          label={t("role")}
          value={form.getValues().role}
          onChange={(role) => {
            form.setFieldValue("role", role);
          }}
        />
      </FormDrawer>
      {made && (
        <ShownOnce
          title={t("invite.made", { email: made.invitation.email })}
          label={t("invite.link")}
          value={made.link}
          warning={t("invite.warning", {
            role: t(`app:roles.${made.invitation.role}`),
            until: format.dateTime(made.invitation.expiresAt),
          })}
          gone=""
          done={t("invite.done")}
          onClose={() => {
            setMade(null);
          }}
        />
      )}
    </>
  );
}
