// What staff can do with a provider at a click.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { DELETE, TEST, UPDATE, type Provider, type Tested } from "./documents";

export function useProviderActions({ id, name }: Pick<Provider, "id" | "name">) {
  const { t } = useTranslation("providers");
  const confirm = useConfirm();
  const tell = useTell();
  const [askTest, isTesting] = useChange(TEST);
  const [update] = useChange(UPDATE);
  const [askDelete] = useChange(DELETE);
  const [tested, setTested] = useState<Tested>();

  const test = async () => {
    setTested(undefined);
    const { payload, problem } = await askTest({ input: { id } });
    if (problem) tell.problem(problem);
    else setTested(payload);
  };
  const switchTo = async (isActive: boolean) => {
    const { problem } = await update({ input: { id, changes: { isActive }, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
  };
  const remove = async () => {
    const isSure = await confirm({
      title: t("delete.title", { name }),
      text: t("delete.text"),
      action: t("delete.action"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem } = await askDelete({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("delete.done", { name }));
  };
  return { test, tested, isTesting, switchTo, remove };
}
