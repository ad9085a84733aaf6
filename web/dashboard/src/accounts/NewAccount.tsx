// A new number: WhatsApp itself, or a simulated one to try the shop with. It is connected at once, to show its code.

import { Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newKey, useIntention } from "@/api/keys";
import { fieldErrors } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { FormDrawer } from "@/ui/FormDrawer";
import { useProblemText } from "@/ui/problems";
import { CONNECT, CREATE } from "./changes";
import type { Account } from "./documents";

const KINDS: Account["kind"][] = ["WHATSAPP", "SIMULATOR"];

export function NewAccount({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("accounts");
  const navigate = useNavigate();
  const text = useProblemText();
  const [create] = useChange(CREATE);
  const [connect] = useChange(CONNECT);
  const intention = useIntention();
  const form = useForm<{ name: string; kind: Account["kind"] }>({
    initialValues: { name: "", kind: "WHATSAPP" },
    validate: { name: (name) => (name.trim() === "" ? t("add.nameMissing") : null) },
  });
  const submit = async () => {
    if (form.validate().hasErrors) return undefined;
    const { name, kind } = form.getValues();
    const { payload, problem } = await create({ input: { name, kind, idempotencyKey: intention.keyFor({ name, kind }) } });
    if (problem) {
      const errors = fieldErrors(problem, text(problem));
      form.setErrors(errors);
      return "name" in errors ? undefined : problem;
    }
    intention.done();
    form.reset();
    // Its page shows what comes of it, also when this is refused.
    await connect({ input: { id: payload.account.id, idempotencyKey: newKey() } });
    void navigate(`/accounts/${payload.account.id}`);
    return undefined;
  };
  return (
    <FormDrawer
      title={t("add.title")}
      isOpen={isOpen}
      onClose={() => {
        form.reset();
        onClose();
      }}
      isDirty={form.values.name !== ""}
      onSubmit={submit}
      action={t("add.action")}
    >
      <TextInput
        label={t("add.name")}
        description={t("add.nameHint")}
        placeholder={t("add.namePlaceholder")}
        maxLength={80}
        required
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Radio.Group label={t("add.kind")} {...form.getInputProps("kind")}>
        <Stack gap="xs" mt={6}>
          {KINDS.map((kind) => (
            <Radio.Card key={kind} value={kind} className="choice">
              <Group wrap="nowrap" align="flex-start">
                <Radio.Indicator />
                <div>
                  <Text fz="sm" fw={600}>
                    {t(`add.kinds.${kind}.title`)}
                  </Text>
                  <Text fz="sm" className="muted">
                    {t(`add.kinds.${kind}.text`)}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
    </FormDrawer>
  );
}
