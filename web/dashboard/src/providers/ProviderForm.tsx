// A provider: whose API it speaks, which model, its key (never shown again), and how much a day.

import { NumberInput, PasswordInput, Select, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { CREATE, UPDATE, type Kind, type Provider } from "./documents";

interface ProviderFormProps {
  /** Undefined for a new one. */
  provider: Provider | undefined;
  kinds: readonly Kind[];
  isOpen: boolean;
  onClose: () => void;
}

interface Values {
  type: string;
  name: string;
  model: string;
  key: string;
  isLimited: boolean;
  dailyLimit: number | string;
  isActive: boolean;
}

const USUAL_LIMIT = 500;

export function ProviderForm({ provider, kinds, isOpen, onClose }: ProviderFormProps) {
  const { t } = useTranslation(["providers", "common"]);
  const tell = useTell();
  const putToField = useFieldProblem();
  const intention = useIntention();
  const [create] = useChange(CREATE);
  const [update] = useChange(UPDATE);
  const [first] = kinds;
  const form = useForm<Values>({
    initialValues: {
      type: provider?.type ?? first?.name ?? "",
      name: provider?.name ?? first?.label ?? "",
      model: provider?.model ?? first?.seedModel ?? "",
      key: "",
      isLimited: provider ? provider.dailyLimit !== null : false,
      dailyLimit: provider?.dailyLimit ?? USUAL_LIMIT,
      isActive: provider?.isActive ?? true,
    },
  });
  /** The name and the model of the kind before are replaced, those that somebody typed stay. */
  const choose = (type: string) => {
    const { name, model } = form.getValues();
    const before = kinds.find((kind) => kind.name === form.getValues().type);
    const next = kinds.find((kind) => kind.name === type);
    form.setValues({
      type,
      ...(next && (name === "" || name === before?.label) ? { name: next.label } : {}),
      ...(next && (model === "" || model === before?.seedModel) ? { model: next.seedModel } : {}),
    });
  };
  const submit = async () => {
    const { type, name, model, key, isLimited, dailyLimit, isActive } = form.getValues();
    const limit = isLimited ? Number(dailyLimit) : null;
    const common = { name, model, isActive, ...(key === "" ? {} : { key }) };
    const given = { ...common, type, limit };
    const idempotencyKey = intention.keyFor(given);
    const { problem } = provider
      ? await update({
          input: {
            id: provider.id,
            changes: { ...common, ...(limit === null ? { noLimit: true } : { dailyLimit: limit }) },
            idempotencyKey,
          },
        })
      : await create({ input: { ...common, type, dailyLimit: limit, idempotencyKey } });
    if (problem) return putToField(form, problem);
    intention.done();
    tell.done(provider ? t("common:toast.saved") : t("add.done", { name }));
    onClose();
    return undefined;
  };
  return (
    <FormDrawer
      title={provider ? t("edit.title", { name: provider.name }) : t("add.button")}
      isOpen={isOpen}
      onClose={onClose}
      isDirty={form.isDirty()}
      onSubmit={submit}
    >
      {!provider && (
        <Select
          label={t("form.kind")}
          data={kinds.map(({ name, label }) => ({ value: name, label }))}
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps("type")}
          onChange={(type) => {
            if (type !== null) choose(type);
          }}
        />
      )}
      <TextInput label={t("common:fields.name")} description={t("form.nameHint")} maxLength={80} required data-autofocus={provider !== undefined} {...form.getInputProps("name")} />
      <TextInput label={t("form.model")} description={t("form.modelHint")} maxLength={120} required dir="ltr" {...form.getInputProps("model")} />
      <PasswordInput
        label={provider?.hasKey ? t("form.newKey") : t("form.key")}
        description={provider?.hasKey ? t("form.keyKept", { ending: provider.keyEnding }) : t("form.keyHint")}
        autoComplete="off"
        dir="ltr"
        visibilityToggleButtonProps={{ "aria-label": t("form.look") }}
        {...form.getInputProps("key")}
      />
      <Switch label={t("form.limited")} description={t("form.limitedHint")} {...form.getInputProps("isLimited", { type: "checkbox" })} />
      {form.values.isLimited && (
        <NumberInput label={t("form.limit")} min={0} max={1_000_000} allowDecimal={false} thousandSeparator {...form.getInputProps("dailyLimit")} />
      )}
      <Switch label={t("form.active")} description={t("form.activeHint")} {...form.getInputProps("isActive", { type: "checkbox" })} />
    </FormDrawer>
  );
}
