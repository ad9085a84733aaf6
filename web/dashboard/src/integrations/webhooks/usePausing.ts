// Pausing a webhook and letting it go on.

import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useTell } from "@/ui/problems";
import { PAUSE_WEBHOOK, RESUME_WEBHOOK } from "./changes";
import type { Webhook } from "./documents";

export function usePausing({ id, name }: Webhook) {
  const { t } = useTranslation("integrations");
  const tell = useTell();
  const [pauseIt, isPausing] = useChange(PAUSE_WEBHOOK);
  const [resumeIt, isResuming] = useChange(RESUME_WEBHOOK);
  return {
    isBusy: isPausing || isResuming,
    pause: async () => {
      const { problem } = await pauseIt({ input: { id, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      else tell.done(t("paused.done", { name }));
    },
    resume: async () => {
      const { problem } = await resumeIt({ input: { id, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      else tell.done(t("paused.resumed", { name }));
    },
  };
}
