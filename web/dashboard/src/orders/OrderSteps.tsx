// The steps that the reader may take with an order as it stands.

import { Button, Menu } from "@mantine/core";
import { Ban, ChevronDown, PackageCheck, ScanSearch, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Outcome } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { customerName } from "./badges";
import { CancelDialog } from "./CancelDialog";
import type { ReadOrder } from "./orderQuery";
import { RefundForm } from "./RefundForm";
import { RejectDialog } from "./RejectDialog";
import { STEP_NOT_ALLOWED, useOpenSteps, useSteps, type Step } from "./steps";
import { useSecondLook } from "./useSecondLook";
import { suggestedReasons, warningsOf } from "./warnings";

export interface OrderStepsProps {
  order: ReadOrder;
  /** Somebody else took a step first. */
  onTooLate: () => void;
}

export function OrderSteps({ order, onTooLate }: OrderStepsProps) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  const tell = useTell();
  const confirm = useConfirm();
  const lookTwice = useSecondLook();
  const { approve, reject, cancel, complete, isBusy } = useSteps();
  const [asked, setAsked] = useState<Step>();
  const steps = useOpenSteps()(order.status);
  const { id, number } = order;
  const name = customerName(order.customer);
  const waiting = order.proofs.findLast(({ status }) => status === "SUBMITTED");
  const warnings = waiting === undefined ? [] : warningsOf(waiting, { isShown: true });
  const close = () => {
    setAsked(undefined);
  };
  const finish = ({ problem }: Outcome<unknown>, told: string) => {
    if (problem && problem.code !== STEP_NOT_ALLOWED) {
      tell.problem(problem);
      return;
    }
    close();
    if (problem) onTooLate();
    else tell.done(told);
  };
  const doApprove = async () => {
    if (await lookTwice(order, warnings)) finish(await approve(id, waiting?.id), t("approve.done", { number, name }));
  };
  const doComplete = async () => {
    const question = { title: t("steps.completeTitle", { number }), text: t("steps.completeText", { name }), action: t("steps.complete") };
    if (await confirm(question)) finish(await complete(id), t("steps.completeDone", { number, name }));
  };
  const isOpen = (step: Step) => steps.includes(step);
  const isCancelAlone = steps.length === 1 && isOpen("cancel");
  const isRefundFirst = isOpen("refund") && !isOpen("complete");

  return (
    <>
      {waiting && (
        <Button component={Link} to={`/orders/review/${waiting.id}`} variant="default" leftSection={<ScanSearch size={16} aria-hidden />}>
          {t("steps.review")}
        </Button>
      )}
      {isOpen("reject") && (
        <Button variant="light" color="red" disabled={isBusy} onClick={() => { setAsked("reject"); }}>
          {t("reject.action")}
        </Button>
      )}
      {isOpen("approve") && (
        <Button loading={isBusy && asked === undefined} onClick={() => void doApprove()}>
          {t("approve.action", { amount: format.money(order.total) })}
        </Button>
      )}
      {isOpen("complete") && (
        <Button loading={isBusy && asked === undefined} leftSection={<PackageCheck size={16} aria-hidden />} onClick={() => void doComplete()}>
          {t("steps.complete")}
        </Button>
      )}
      {isRefundFirst && (
        <Button variant="default" leftSection={<Undo2 size={16} aria-hidden />} onClick={() => { setAsked("refund"); }}>
          {t("refund.action")}
        </Button>
      )}
      {isCancelAlone && (
        <Button variant="default" leftSection={<Ban size={16} aria-hidden />} onClick={() => { setAsked("cancel"); }}>
          {t("steps.cancel")}
        </Button>
      )}
      {!isCancelAlone && (isOpen("cancel") || (isOpen("refund") && !isRefundFirst)) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
              {t("steps.more")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isOpen("refund") && (
              <Menu.Item leftSection={<Undo2 size={16} aria-hidden />} onClick={() => { setAsked("refund"); }}>
                {t("refund.action")}
              </Menu.Item>
            )}
            {isOpen("cancel") && (
              <Menu.Item color="red" leftSection={<Ban size={16} aria-hidden />} onClick={() => { setAsked("cancel"); }}>
                {t("steps.cancel")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <RejectDialog
        order={order}
        suggested={suggestedReasons(warnings)}
        isOpen={asked === "reject"}
        isBusy={isBusy}
        onClose={close}
        onReject={(reason) => void reject(id, waiting?.id, reason).then((outcome) => { finish(outcome, t("reject.done", { number, name })); })}
      />
      <CancelDialog
        number={number}
        isOpen={asked === "cancel"}
        isBusy={isBusy}
        onClose={close}
        onCancel={(reason) => void cancel(id, reason).then((outcome) => { finish(outcome, t("steps.cancelDone", { number })); })}
      />
      <RefundForm order={order} isOpen={asked === "refund"} onClose={close} onTooLate={onTooLate} />
    </>
  );
}
