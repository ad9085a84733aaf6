// Why a customer is answered no more; staff read it, the customer does not.

import { List, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { BLOCK } from "./changes";
import type { CustomerProfile } from "./documents";
import { called } from "./words";

const LONGEST_REASON = 500;

interface BlockDrawerProps {
  customer: CustomerProfile;
  isOpen: boolean;
  onClose: () => void;
}

export function BlockDrawer({ customer, isOpen, onClose }: BlockDrawerProps) {
  const { t } = useTranslation(["customers", "common"]);
  const tell = useTell();
  const putToField = useFieldProblem();
  const { keyFor, done } = useIntention();
  const [block] = useChange(BLOCK);
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("block.missing") : null) },
  });
  const name = called(customer, t);
  const close = () => {
    form.reset();
    onClose();
  };
  const submit = async () => {
    if (form.validate().hasErrors) {
      form.getInputNode("reason")?.focus();
      return undefined;
    }
    const asked = { id: customer.id, reason: form.values.reason };
    const { problem } = await block({ input: { ...asked, idempotencyKey: keyFor(asked) } });
    if (problem) return putToField(form, problem);
    done();
    tell.done(t("block.done", { name }));
    close();
    return undefined;
  };
  return (
    <FormDrawer
      title={t("block.title", { name })}
      isOpen={isOpen}
      onClose={close}
      isDirty={form.isDirty()}
      onSubmit={submit}
      action={t("block.action")}
    >
      <List size="sm" spacing="xs">
        <List.Item>{t("block.kept")}</List.Item>
        <List.Item>{t("block.silent")}</List.Item>
        <List.Item>{t("block.orders")}</List.Item>
      </List>
      <Textarea
        label={t("common:fields.reason")}
        description={t("block.hint")}
        required
        data-autofocus
        autosize
        minRows={3}
        dir="auto"
        maxLength={LONGEST_REASON}
        key={form.key("reason")}
        {...form.getInputProps("reason")}
      />
    </FormDrawer>
  );
}
