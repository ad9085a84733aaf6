// A way to pay, new or known. What customers read of whom to pay is changed with the password alone.

import { Alert, Group, PasswordInput, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { CurrencySelect } from "@/ui/CurrencySelect";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { METHOD_CREATE, METHOD_UPDATE, type Method } from "./documents";
import { KINDS } from "./kinds";
import { usePasswordProblem } from "./usePasswordProblem";

// As the server has it: a number of somebody else could stand in any of these.
const TOLD = ["label", "payeeName", "accountNumber", "bankName", "instructions"] as const;
const LONGEST = { label: 80, payeeName: 120, accountNumber: 64, bankName: 80, instructions: 2000 };

interface MethodFormProps {
  method: Method | undefined;
  /** How many there are: a new one comes last. */
  count: number;
  isOpen: boolean;
  onClose: () => void;
}

export function MethodForm({ method, count, isOpen, onClose }: MethodFormProps) {
  const { t } = useTranslation(["payments", "common"]);
  const { settings, can } = useSession();
  const whyNot = usePasswordProblem();
  const tell = useTell();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [create] = useChange(METHOD_CREATE);
  const [update] = useChange(METHOD_UPDATE);
  const numbers = can("payments:numbers");
  const needed = (value: string) => (value.trim() === "" ? t("form.needed") : null);
  const form = useForm({
    initialValues: valuesOf(method, settings.currency),
    validate: {
      label: needed,
      payeeName: needed,
      accountNumber: needed,
      password: (password, values) => (password === "" && isTold(values, method) ? t("form.needsPassword") : null),
    },
  });
  const needsPassword = isTold(form.getValues(), method);
  const save = async () => {
    if (form.validate().hasErrors) return undefined;
    const { password, ...values } = form.getValues();
    const idempotencyKey = keyFor(values);
    const { problem } = method
      ? await update({ input: { id: method.id, changes: changesOf(values, method), password: password || null, idempotencyKey }, numbers })
      : await create({ input: { ...values, position: count + 1, password, idempotencyKey }, numbers });
    const refused = problem && whyNot(problem);
    if (refused !== undefined) {
      form.setFieldError("password", refused);
      form.getInputNode("password")?.focus();
      return undefined;
    }
    if (problem) return putToField(form, problem);
    tell.done(t(needsPassword ? "form.savedAndNoticed" : "common:toast.saved"));
    onClose();
    return undefined;
  };
  return (
    <FormDrawer
      title={method ? t("form.edit") : t("new")}
      isOpen={isOpen}
      onClose={onClose}
      isDirty={form.isDirty()}
      onSubmit={save}
      action={method ? undefined : t("common:actions.create")}
    >
      <Group gap="sm" align="flex-start" grow>
        <Select
          label={t("fields.kind")}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps("kind")}
        />
        <CurrencySelect {...form.getInputProps("currency")} />
      </Group>
      <TextInput
        label={t("fields.label")}
        description={t("fields.labelHelp")}
        maxLength={LONGEST.label}
        data-autofocus
        required
        {...form.getInputProps("label")}
      />
      <TextInput
        label={t("fields.payeeName")}
        description={t("fields.payeeNameHelp")}
        maxLength={LONGEST.payeeName}
        required
        autoComplete="off"
        {...form.getInputProps("payeeName")}
      />
      <TextInput
        label={t("fields.accountNumber")}
        description={t("fields.accountNumberHelp")}
        maxLength={LONGEST.accountNumber}
        required
        dir="ltr"
        autoComplete="off"
        {...form.getInputProps("accountNumber")}
      />
      <TextInput
        label={t("fields.bankName")}
        maxLength={LONGEST.bankName}
        description={t("common:fields.optional")}
        {...form.getInputProps("bankName")}
      />
      <Textarea
        label={t("fields.instructions")}
        description={t("fields.instructionsHelp")}
        maxLength={LONGEST.instructions}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps("instructions")}
      />
      <Switch label={t("active")} description={t("fields.activeHelp")} {...form.getInputProps("isActive", { type: "checkbox" })} />
      {needsPassword && (
        <Alert color="orange" icon={<ShieldAlert size={18} aria-hidden />} title={t("form.payeeTitle")}>
          {t("form.payeeText")}
          <PasswordInput
            mt="sm"
            label={t("form.password")}
            required
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
            {...form.getInputProps("password")}
          />
        </Alert>
      )}
    </FormDrawer>
  );
}

type Values = ReturnType<typeof valuesOf>;

function valuesOf(method: Method | undefined, currency: string) {
  return {
    kind: method?.kind ?? ("EASYPAISA" as Method["kind"]),
    label: method?.label ?? "",
    payeeName: method?.payeeName ?? "",
    accountNumber: method?.accountNumber ?? "",
    bankName: method?.bankName ?? "",
    currency: method?.currency ?? currency,
    instructions: method?.instructions ?? "",
    isActive: method?.isActive ?? true,
    password: "",
  };
}

/** Whether customers would read something else of whom to pay. */
function isTold(values: Values, method: Method | undefined): boolean {
  return method === undefined || TOLD.some((field) => values[field].trim() !== (method[field] ?? ""));
}

/** Only what is changed: somebody else may have changed the rest meanwhile. */
function changesOf(values: Omit<Values, "password">, method: Method): Partial<Omit<Values, "password">> {
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== (method[field as keyof typeof values] ?? "")),
  );
}
