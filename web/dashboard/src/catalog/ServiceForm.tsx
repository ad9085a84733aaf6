// A service, new or known.

import { Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { SERVICE_CREATE, SERVICE_UPDATE, type Service } from "./documents";
import type { Place } from "./useCatalog";

const LONGEST_NAME = 120;

interface ServiceFormProps {
  service?: Service;
  isOpen: boolean;
  /** `shown`: what the phone is to show next. */
  onClose: (shown?: Place) => void;
}

export function ServiceForm({ service, isOpen, onClose }: ServiceFormProps) {
  const { t } = useTranslation(["catalog", "common"]);
  const tell = useTell();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [create] = useChange(SERVICE_CREATE);
  const [update] = useChange(SERVICE_UPDATE);
  const form = useForm({
    initialValues: { name: service?.name ?? "", description: service?.description ?? "", isActive: service?.isActive ?? false },
    validate: { name: (name) => (name.trim() === "" ? t("form.needsName") : null) },
  });
  const save = async () => {
    if (form.validate().hasErrors) return undefined;
    const values = form.getValues();
    const { payload, problem } = service
      ? await update({ input: { id: service.id, changes: values, idempotencyKey: keyFor(values) } })
      : await create({ input: { ...values, idempotencyKey: keyFor(values) } });
    if (problem) return putToField(form, problem);
    tell.done(t("common:toast.saved"));
    onClose(`service:${payload.service.id}`);
    return undefined;
  };
  return (
    <FormDrawer
      title={service ? t("form.editService") : t("newService")}
      isOpen={isOpen}
      onClose={() => {
        onClose();
      }}
      isDirty={form.isDirty()}
      onSubmit={save}
      action={service ? undefined : t("common:actions.create")}
    >
      <TextInput
        label={t("common:fields.name")}
        description={t("form.nameHelp")}
        maxLength={LONGEST_NAME}
        data-autofocus
        required
        {...form.getInputProps("name")}
      />
      <Textarea label={t("form.description")} autosize minRows={3} maxRows={10} {...form.getInputProps("description")} />
      <Switch
        label={t("shelf.active")}
        description={t("form.onSaleService")}
        {...form.getInputProps("isActive", { type: "checkbox" })}
      />
    </FormDrawer>
  );
}
