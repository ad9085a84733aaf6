// How many of the required steps are done, as a bar and in words.

import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import type { Advance } from "./useChecklist";
import "./checklist.css";

export function Progress({ progress }: { progress: Advance }) {
  const { t } = useTranslation("checklist");
  const format = useFormat();
  const { required, requiredDone } = progress;
  const words = t("progress", { done: format.number(requiredDone), all: format.number(required) });
  return (
    <div className="start-progress">
      <div
        className="start-bar"
        role="progressbar"
        aria-label={t("title")}
        aria-valuemin={0}
        aria-valuemax={required}
        aria-valuenow={requiredDone}
        aria-valuetext={words}
      >
        {Array.from({ length: required }, (_, index) => (
          <span key={index} data-done={index < requiredDone || undefined} />
        ))}
      </div>
      <span className="muted num" aria-hidden>
        {words}
      </span>
    </div>
  );
}
