// A question and its answer, new or known.

import { Select, Switch, TagsInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { ENTRY_CREATE, ENTRY_UPDATE, type Entry } from "./documents";
import { useLanguageChoices } from "./languages";

const LONGEST = { question: 500, answer: 4096 };
const MOST_KEYWORDS = 30;

interface EntryFormProps {
  entry: Entry | undefined;
  /** What a new one begins with. */
  question: string;
  isOpen: boolean;
  onClose: () => void;
}

export function EntryForm({ entry, question, isOpen, onClose }: EntryFormProps) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { settings } = useSession();
  const tell = useTell();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [create] = useChange(ENTRY_CREATE);
  const [update] = useChange(ENTRY_UPDATE);
  const needed = (value: string) => (value.trim() === "" ? t("form.needed") : null);
  const form = useForm({
    initialValues: {
      question: entry?.question ?? question,
      answer: entry?.answer ?? "",
      language: entry?.language ?? settings.defaultLanguage,
      keywords: entry?.keywords ?? [],
      isActive: entry?.isActive ?? true,
    },
    validate: { question: needed, answer: needed },
  });
  const save = async () => {
    if (form.validate().hasErrors) return undefined;
    const values = form.getValues();
    const idempotencyKey = keyFor(values);
    const { problem } = entry
      ? await update({ input: { id: entry.id, changes: values, idempotencyKey } })
      : await create({ input: { ...values, idempotencyKey } });
    if (problem) return putToField(form, problem);
    tell.done(t("common:toast.saved"));
    onClose();
    return undefined;
  };
  return (
    <FormDrawer
      title={entry ? t("form.edit") : t("new")}
      isOpen={isOpen}
      onClose={onClose}
      isDirty={form.isDirty()}
      onSubmit={save}
      action={entry ? undefined : t("common:actions.create")}
    >
      <Textarea
        label={t("form.question")}
        description={t("form.questionHelp")}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={LONGEST.question}
        required
        data-autofocus
        {...form.getInputProps("question")}
      />
      <Textarea
        label={t("form.answer")}
        description={t("form.answerHelp")}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={LONGEST.answer}
        required
        {...form.getInputProps("answer")}
      />
      <Select label={t("common:fields.language")} allowDeselect={false} data={useLanguageChoices()} {...form.getInputProps("language")} />
      <TagsInput
        label={t("form.keywords")}
        description={t("form.keywordsHelp")}
        maxTags={MOST_KEYWORDS}
        splitChars={[",", "،", ";"]}
        {...form.getInputProps("keywords")}
      />
      <Switch label={t("use.active")} description={t("form.activeHelp")} {...form.getInputProps("isActive", { type: "checkbox" })} />
    </FormDrawer>
  );
}
