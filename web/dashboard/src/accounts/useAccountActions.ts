// What staff can do with a number; what ends something is explained and asked first.

import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { CONNECT, DISCONNECT, LOG_OUT, MAKE_DEFAULT } from "./changes";
import type { Account } from "./documents";

export function useAccountActions({ id, name }: Pick<Account, "id" | "name">) {
  const { t } = useTranslation("accounts");
  const confirm = useConfirm();
  const tell = useTell();
  const [askConnect, isConnecting] = useChange(CONNECT);
  const [askDisconnect, isDisconnecting] = useChange(DISCONNECT);
  const [askLogOut, isLoggingOut] = useChange(LOG_OUT);
  const [askDefault, isChoosing] = useChange(MAKE_DEFAULT);

  const connect = async () => {
    const { problem } = await askConnect({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
  };
  const disconnect = async () => {
    const isSure = await confirm({
      title: t("disconnect.title", { name }),
      text: t("disconnect.text"),
      action: t("disconnect.action"),
    });
    if (!isSure) return;
    const { problem } = await askDisconnect({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
  };
  const logOut = async () => {
    const isSure = await confirm({
      title: t("logOut.title", { name }),
      text: t("logOut.text"),
      action: t("logOut.action"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem } = await askLogOut({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("logOut.done", { name }));
  };
  const makeDefault = async () => {
    const { problem } = await askDefault({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("default.done", { name }));
  };
  return { connect, disconnect, logOut, makeDefault, isBusy: isConnecting || isDisconnecting || isLoggingOut || isChoosing, isConnecting };
}
