// Going back: to an earlier version of a text, or to the one that ships with Parley.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problems";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";

interface Ways {
  restore: (version: number) => Promise<Problem | undefined>;
  reset: () => Promise<Problem | undefined>;
  /** Somebody wrote another version meanwhile. */
  onOvertaken: () => void;
}

export interface VersionsState {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  askReset: () => Promise<void>;
  restore: (version: number) => Promise<void>;
}

export function useVersions({ restore, reset, onOvertaken }: Ways): VersionsState {
  const { t } = useTranslation("knowledge");
  const tell = useTell();
  const confirm = useConfirm();
  const [isOpen, setIsOpen] = useState(false);
  const told = (problem: Problem | undefined, done: string) => {
    if (problem?.code === "TEXT_CHANGED") onOvertaken();
    if (problem) tell.problem(problem);
    else tell.done(done);
  };
  return {
    isOpen,
    open: () => {
      setIsOpen(true);
    },
    close: () => {
      setIsOpen(false);
    },
    askReset: async () => {
      const isSure = await confirm({ title: t("texts.resetTitle"), text: t("texts.resetText"), action: t("texts.reset") });
      if (isSure) told(await reset(), t("texts.resetDone"));
    },
    restore: async (version) => {
      const problem = await restore(version);
      told(problem, t("texts.restored", { version }));
      if (problem === undefined) setIsOpen(false);
    },
  };
}
