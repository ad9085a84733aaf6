// The editor of a scripted customer: what they do, what must hold in the end, what no answer may say.

import { Divider, Group, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { FormDrawer } from "@/ui/FormDrawer";
import { useProblemText, useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { CREATE_SCENARIO, UPDATE_SCENARIO } from "../changes";
import type { Script } from "../documents";
import { ExpectedInput } from "./ExpectedInput";
import { StepsInput } from "./StepsInput";
import { inputOf, LONGEST_DESCRIPTION, LONGEST_NAME, MOST_WORDS, SCRIPT_LANGUAGES, valuesOf, type ScriptValues } from "./values";

interface ScenarioFormProps {
  script?: Script;
  isOpen: boolean;
  onClose: () => void;
  onMade?: (id: string) => void;
}

export function ScenarioForm({ script, isOpen, onClose, onMade }: ScenarioFormProps) {
  const { t } = useTranslation(["scenarios", "common"]);
  const tell = useTell();
  const textOf = useProblemText();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [create] = useChange(CREATE_SCENARIO);
  const [update] = useChange(UPDATE_SCENARIO);
  const form = useForm<ScriptValues>({
    initialValues: valuesOf(script),
    validate: {
      name: (name) => (name.trim() === "" ? t("script.needsName") : null),
      steps: {
        says: (says, { steps }, path) => {
          const place = Number(path.split(".")[1]);
          return steps[place]?.does === "says" && says.trim() === "" ? t("script.needsWords") : null;
        },
      },
    },
  });
  const submit = async (): Promise<Problem | undefined> => {
    if (form.validate().hasErrors) return undefined;
    const values = inputOf(form.getValues());
    const { payload, problem } = script
      ? await update({ input: { id: script.id, changes: values, idempotencyKey: keyFor(values) } })
      : await create({ input: { ...values, idempotencyKey: keyFor(values) } });
    if (problem) {
      const steps = problem.path.indexOf("steps");
      const place = problem.path[steps + 1];
      if (steps === -1 || place === undefined) return putToField(form, problem);
      form.setFieldError(`steps.${place}.says`, textOf(problem));
      return undefined;
    }
    tell.done(t("common:toast.saved"));
    onClose();
    if (script === undefined) onMade?.(payload.scenario.id);
    return undefined;
  };
  return (
    <FormDrawer
      title={script ? t("script.edit") : t("new")}
      isOpen={isOpen}
      onClose={onClose}
      isDirty={form.isDirty()}
      onSubmit={submit}
      action={script ? undefined : t("common:actions.create")}
      size="xl"
    >
      <Group gap="sm" align="flex-start" className="script-first">
        <TextInput
          label={t("common:fields.name")}
          maxLength={LONGEST_NAME}
          data-autofocus
          required
          flex={1}
          miw={220}
          dir="auto"
          {...form.getInputProps("name")}
        />
        <Select
          label={t("script.language")}
          allowDeselect={false}
          w={170}
          data={SCRIPT_LANGUAGES.map((value) => ({ value, label: t(`common:languages.${value}`) }))}
          {...form.getInputProps("language")}
        />
      </Group>
      <Textarea
        label={t("script.description")}
        description={t("common:fields.optional")}
        dir="auto"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={LONGEST_DESCRIPTION}
        {...form.getInputProps("description")}
      />
      <Divider />
      <StepsInput form={form} />
      <Divider />
      <ExpectedInput form={form} />
      <TagsInput
        label={t("script.forbidden")}
        description={t("script.wordsAdvice")}
        placeholder={t("script.wordsPlaceholder")}
        maxTags={MOST_WORDS}
        splitChars={["\n"]}
        acceptValueOnBlur
        {...form.getInputProps("forbidden")}
      />
    </FormDrawer>
  );
}
