// What the shop calls a number.

import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { fieldErrors } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { FormDrawer } from "@/ui/FormDrawer";
import { useProblemText, useTell } from "@/ui/problems";
import { UPDATE } from "./changes";
import type { Account } from "./documents";

export function RenameAccount({ account, isOpen, onClose }: { account: Account; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation(["accounts", "common"]);
  const text = useProblemText();
  const tell = useTell();
  const [update] = useChange(UPDATE);
  const form = useForm({ initialValues: { name: account.name } });
  const submit = async () => {
    const { name } = form.getValues();
    const { problem } = await update({ input: { id: account.id, changes: { name }, idempotencyKey: newKey() } });
    if (problem) {
      const message = fieldErrors(problem, text(problem))["changes.name"];
      if (message === undefined) return problem;
      form.setFieldError("name", message);
      return undefined;
    }
    tell.done(t("common:toast.saved"));
    onClose();
    return undefined;
  };
  return (
    <FormDrawer title={t("rename.button")} isOpen={isOpen} onClose={onClose} isDirty={form.isDirty()} onSubmit={submit}>
      <TextInput label={t("add.name")} description={t("add.nameHint")} maxLength={80} required data-autofocus {...form.getInputProps("name")} />
    </FormDrawer>
  );
}
