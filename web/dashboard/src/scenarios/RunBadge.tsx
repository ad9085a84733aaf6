// How far a run has come, and which assistant answered in it.

import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "@/ui/Badge";
import type { Run } from "./documents";

const TONES: Record<Run["state"], Tone> = { PASSED: "good", FAILED: "bad", BROKEN: "warn", RUNNING: "info", WAITING: "idle" };

export function RunBadge({ state }: { state: Run["state"] }) {
  const { t } = useTranslation("scenarios");
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

export function useAssistantName(): (run: Pick<Run, "assistant" | "provider">) => string {
  const { t } = useTranslation("scenarios");
  return ({ assistant, provider }) => {
    if (assistant !== "PROVIDER") return t(`assistant.${assistant}`);
    return provider?.name ?? t("assistant.gone");
  };
}

export function usePromptName(): (run: Pick<Run, "promptVersion">) => string {
  const { t } = useTranslation("scenarios");
  return ({ promptVersion }) => (promptVersion === 0 ? t("prompt.shipped") : t("prompt.version", { version: promptVersion }));
}
