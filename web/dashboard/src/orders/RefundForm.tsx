// Writing down that money was given back: checked a second time, because it is done once and for good.

import { Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { fieldErrors, type Problem } from "@/api/problems";
import { useFormat } from "@/i18n/format";
import { useConfirm } from "@/ui/confirm";
import { FormDrawer } from "@/ui/FormDrawer";
import { useProblemText, useTell } from "@/ui/problems";
import { customerName } from "./badges";
import type { ReadOrder } from "./orderQuery";
import { STEP_NOT_ALLOWED, useSteps } from "./steps";

const AMOUNT = /^\d+(\.\d+)?$/;

export interface RefundFormProps {
  order: ReadOrder;
  isOpen: boolean;
  onClose: () => void;
  onTooLate: () => void;
}

export function RefundForm({ order, isOpen, onClose, onTooLate }: RefundFormProps) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  const tell = useTell();
  const confirm = useConfirm();
  const textOf = useProblemText();
  const { refund } = useSteps();
  const { total, number } = order;
  const name = customerName(order.customer);
  const form = useForm({
    initialValues: { amount: total.amount, reference: "", reason: "" },
    validate: {
      amount: (amount) => (AMOUNT.test(plain(amount)) ? null : t("refund.amountMissing")),
      reference: (reference) => (reference.trim() === "" ? t("refund.referenceMissing") : null),
    },
  });

  const submit = async (): Promise<Problem | undefined> => {
    if (form.validate().hasErrors) return undefined;
    const { reference, reason } = form.getValues();
    const money = { amount: plain(form.getValues().amount), currency: total.currency };
    const amount = format.money(money);
    const isSure = await confirm({
      title: t("refund.sure", { amount, name }),
      text: t("refund.sureText", { amount, total: format.money(total), reference: reference.trim() }),
      action: t("refund.do", { amount }),
      isDangerous: true,
    });
    if (!isSure) return undefined;
    const { problem } = await refund(order.id, money, reference.trim(), reason.trim());
    if (problem === undefined || problem.code === STEP_NOT_ALLOWED) {
      onClose();
      if (problem) onTooLate();
      else tell.done(t("refund.done", { name }));
      return undefined;
    }
    const { "amount.amount": ofAmount, ...others } = fieldErrors(problem, textOf(problem));
    if (ofAmount === undefined && Object.keys(others).length === 0) return problem;
    form.setErrors({ ...others, ...(ofAmount !== undefined && { amount: ofAmount }) });
    return undefined;
  };

  return (
    <FormDrawer
      title={t("refund.title", { number })}
      isOpen={isOpen}
      onClose={onClose}
      isDirty={form.isDirty()}
      onSubmit={submit}
      action={t("refund.look")}
    >
      <Text fz="sm">{t("refund.text")}</Text>
      <TextInput
        label={t("refund.amount", { currency: total.currency })}
        description={t("refund.paid", { amount: format.money(total) })}
        inputMode="decimal"
        dir="ltr"
        required
        {...form.getInputProps("amount")}
      />
      <TextInput
        label={t("refund.reference")}
        description={t("refund.referenceAdvice")}
        maxLength={120}
        required
        {...form.getInputProps("reference")}
      />
      <Textarea
        label={t("refund.reason")}
        description={t("common:fields.optional")}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        {...form.getInputProps("reason")}
      />
    </FormDrawer>
  );
}

/** `1,500.50` as people write it, in the digits that a computer reads. */
function plain(amount: string): string {
  return amount.replaceAll(",", "").trim();
}
