// A webhook, new or known. Of a new one its secret is shown once.

import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { CREATE_WEBHOOK, UPDATE_WEBHOOK } from "./changes";
import type { Webhook } from "./documents";
import { EventTypesInput, type Told } from "./EventTypesInput";

const LONGEST_NAME = 80;
const LONGEST_URL = 2000;

export interface NewSecret {
  webhook: Webhook;
  secret: string | null;
}

interface WebhookFormProps {
  webhook?: Webhook;
  isOpen: boolean;
  onClose: () => void;
  onMade?: (made: NewSecret) => void;
}

interface Values {
  name: string;
  url: string;
  told: Told;
  eventTypes: string[];
}

export function WebhookForm({ webhook, isOpen, onClose, onMade }: WebhookFormProps) {
  const { t } = useTranslation(["integrations", "common"]);
  const tell = useTell();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [create] = useChange(CREATE_WEBHOOK);
  const [update] = useChange(UPDATE_WEBHOOK);
  const form = useForm<Values>({
    initialValues: {
      name: webhook?.name ?? "",
      url: webhook?.url ?? "",
      told: webhook && webhook.eventTypes.length > 0 ? "some" : "all",
      eventTypes: webhook?.eventTypes ?? [],
    },
    validate: {
      name: (name) => (name.trim() === "" ? t("needsName") : null),
      url: (url) => (isAddress(url.trim()) ? null : t("webhooks.needsUrl")),
      eventTypes: (types, { told }) => (told === "some" && types.length === 0 ? t("webhooks.needsEvent") : null),
    },
  });
  const submit = async (): Promise<Problem | undefined> => {
    if (form.validate().hasErrors) return undefined;
    const { eventTypes, name, told, url } = form.getValues();
    const values = { name: name.trim(), url: url.trim(), eventTypes: told === "all" ? [] : eventTypes };
    if (webhook) {
      const { problem } = await update({ input: { id: webhook.id, changes: values, idempotencyKey: keyFor(values) } });
      if (problem) return putToField(form, problem);
      tell.done(t("common:toast.saved"));
    } else {
      const { payload, problem } = await create({ input: { ...values, idempotencyKey: keyFor(values) } });
      if (problem) return putToField(form, problem);
      onMade?.(payload);
    }
    onClose();
    return undefined;
  };
  return (
    <FormDrawer
      title={webhook ? t("webhooks.edit") : t("webhooks.new")}
      isOpen={isOpen}
      onClose={onClose}
      isDirty={form.isDirty()}
      onSubmit={submit}
      action={webhook ? undefined : t("webhooks.make")}
      size="lg"
    >
      <TextInput
        label={t("common:fields.name")}
        description={t("webhooks.nameAdvice")}
        maxLength={LONGEST_NAME}
        data-autofocus
        required
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("webhooks.url")}
        description={t("webhooks.urlAdvice")}
        placeholder="https://example.com/parley"
        type="url"
        dir="ltr"
        maxLength={LONGEST_URL}
        required
        {...form.getInputProps("url")}
      />
      <EventTypesInput
        told={form.getValues().told}
        types={form.getValues().eventTypes}
        error={form.errors.eventTypes}
        onTold={(told) => {
          form.setFieldValue("told", told);
        }}
        onTypes={(types) => {
          form.setFieldValue("eventTypes", types);
        }}
      />
    </FormDrawer>
  );
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text);
}
