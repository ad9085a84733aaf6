// What the scripted customer does, step by step.

import { ActionIcon, Box, Button, Group, Input, SegmentedControl, TagsInput, Text, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SortableList } from "@/ui/SortableList";
import { LONGEST_SAYING, MOST_STEPS, MOST_WORDS, newStep, type ScriptValues, type StepValues } from "./values";

type ScriptForm = UseFormReturnType<ScriptValues>;

export function StepsInput({ form }: { form: ScriptForm }) {
  const { t } = useTranslation("scenarios");
  const { steps } = form.getValues();
  const nameOf = ({ id }: StepValues) => t("script.step", { number: steps.findIndex((step) => step.id === id) + 1 });
  return (
    <Input.Wrapper component="fieldset" label={t("script.steps")} labelElement="div" description={t("script.stepsAdvice")} className="script-steps">
      <SortableList
        label={t("script.steps")}
        items={steps}
        nameOf={nameOf}
        className="script-list"
        itemClassName="script-step"
        onOrder={(ids) => {
          form.setFieldValue(
            "steps",
            ids.map((id) => steps.find((step) => step.id === id)).filter((step) => step !== undefined),
          );
          return Promise.resolve(true);
        }}
        render={(step, handle) => (
          <StepFields form={form} place={steps.findIndex(({ id }) => id === step.id)} name={nameOf(step)} handle={handle} />
        )}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={steps.length >= MOST_STEPS}
        onClick={() => {
          form.insertListItem("steps", newStep());
        }}
      >
        {t("script.addStep")}
      </Button>
    </Input.Wrapper>
  );
}

interface StepFieldsProps {
  form: ScriptForm;
  place: number;
  name: string;
  handle: ReactNode;
}

function StepFields({ form, place, name, handle }: StepFieldsProps) {
  const { t } = useTranslation(["scenarios", "common"]);
  const { steps } = form.getValues();
  const step = steps[place];
  if (step === undefined) return null;
  return (
    <Box>
      <Group gap={8} mb={8} wrap="nowrap">
        {handle}
        <Text fz="sm" fw={600} me="auto">
          {name}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={`${name}: ${t("script.does")}`}
          data={(["says", "sends"] as const).map((value) => ({ value, label: t(`script.doing.${value}`) }))}
          {...form.getInputProps(`steps.${String(place)}.does`)}
        />
        <ActionIcon
          aria-label={`${t("common:actions.remove")}: ${name}`}
          disabled={steps.length === 1}
          onClick={() => {
            form.removeListItem("steps", place);
          }}
        >
          <X size={15} aria-hidden />
        </ActionIcon>
      </Group>
      {step.does === "says" && (
        <Textarea
          aria-label={`${name}: ${t("script.doing.says")}`}
          placeholder={t("script.saysPlaceholder")}
          dir="auto"
          autosize
          minRows={1}
          maxRows={6}
          maxLength={LONGEST_SAYING}
          {...form.getInputProps(`steps.${String(place)}.says`)}
        />
      )}
      <TagsInput
        mt={8}
        size="sm"
        aria-label={`${name}: ${t("script.hears")}`}
        placeholder={step.hears.length === 0 ? t("script.hearsPlaceholder") : undefined}
        maxTags={MOST_WORDS}
        splitChars={["\n"]}
        acceptValueOnBlur
        {...form.getInputProps(`steps.${String(place)}.hears`)}
      />
    </Box>
  );
}
