// A provider's state in words and colours, and what came of asking it.

import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import type { Tone } from "@/ui/Badge";
import type { Provider } from "./documents";

export type State = NonNullable<Provider["state"]>;

export const TONES: Record<State, Tone> = {
  READY: "good",
  COOLING: "warn",
  EXHAUSTED: "warn",
  NEEDS_PERSON: "bad",
  NO_KEY: "bad",
  OFF: "idle",
};

/** Why a provider is not asked, or what it rests for; null when there is nothing to explain. */
export function useExplained({ state, trouble, coolingUntil }: Provider): string | null {
  const { t } = useTranslation("providers");
  const format = useFormat();
  const why = trouble === null ? "" : t(`trouble.${trouble}` as "trouble.key_refused", { defaultValue: trouble });
  switch (state) {
    case "COOLING": {
      const until = coolingUntil === null ? "" : t("state.coolingUntil", { time: format.time(coolingUntil) });
      return [why || t("state.cooling"), until].filter(Boolean).join(" ");
    }
    case "EXHAUSTED":
      return t("state.exhausted");
    case "NEEDS_PERSON":
      return why;
    case "NO_KEY":
      return t("state.noKey");
    case "OFF":
      return t("state.off");
    case "READY":
    case null:
      return why || null;
  }
}

/** What `outcome` of a test means: an outcome that is newer than this page stands for itself. */
export function useOutcome(): (outcome: string) => string {
  const { t } = useTranslation("providers");
  return (outcome) => t(`outcome.${outcome}` as "outcome.OK", { defaultValue: outcome });
}
