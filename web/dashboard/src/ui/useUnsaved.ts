// Leaving a page on which something was typed and not saved is asked about, wherever one wants to go.

import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router";
import { useConfirm } from "./confirm";

export function useUnsaved(isDirty: boolean, title: string): void {
  const { t } = useTranslation();
  const confirm = useConfirm();
  // Within a page, filters and anchors may change.
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname);
  const { state, proceed, reset } = blocker;
  useEffect(() => {
    if (state !== "blocked") return;
    void confirm({ title, text: t("leaving.text"), action: t("leaving.action"), isDangerous: true }).then((isSure) => {
      if (isSure) proceed();
      else reset();
    });
  }, [state, proceed, reset, confirm, title, t]);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
    };
  }, [isDirty]);
}
