// Why a delivery did not arrive, in words.

import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Of `lastError`; the status of the answer says more where there was one. */
export function useFailureText(): (failure: string | null, status?: number | null) => string {
  const { t } = useTranslation("integrations");
  return useCallback(
    (failure, status = null) => {
      if (failure === null) return t("failures.none");
      if (status !== null) return t("failures.status", { status });
      return t(`failures.${failure}` as "failures.TIMED_OUT", { defaultValue: failure });
    },
    [t],
  );
}
