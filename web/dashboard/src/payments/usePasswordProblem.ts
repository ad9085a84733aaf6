// Why a password that was given again was not taken.

import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problems";
import { useFormat } from "@/i18n/format";

/** Undefined where the problem is another. */
export function usePasswordProblem(): (problem: Problem) => string | undefined {
  const { t } = useTranslation("payments");
  const format = useFormat();
  return ({ code, error }) => {
    if (code === "INVALID_CREDENTIALS") return t("form.wrongPassword");
    if (code !== "RATE_LIMITED") return undefined;
    const { retryAfterSeconds } = error as { retryAfterSeconds: number };
    return t("form.tooOften", { wait: format.duration(retryAfterSeconds) });
  };
}
