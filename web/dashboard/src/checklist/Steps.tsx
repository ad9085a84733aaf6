// Steps of the checklist: done or not, what is missing, and the way to where it is done.

import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { StepAction } from "./StepAction";
import type { Item } from "./useChecklist";
import "./checklist.css";

export interface StepsProps {
  items: readonly Item[];
  /** The step to do next: its button stands out. */
  next?: Item["code"];
}

export function Steps({ items, next }: StepsProps) {
  return (
    <ol className="steps">
      {items.map((item) => (
        <Step key={item.id} item={item} isNext={item.code === next} />
      ))}
    </ol>
  );
}

function Step({ item, isNext }: { item: Item; isNext: boolean }) {
  const { t } = useTranslation("checklist");
  const { settings } = useSession();
  const { code, isDone, advice } = item;
  const words = { currency: settings.currency, timeZone: settings.timeZone };
  // A simulated number is enough to try everything, and customers cannot write to it.
  const isOnlySimulated = code === "WHATSAPP" && isDone && advice !== "";
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <li className="step" data-step={code} data-done={isDone || undefined} data-next={isNext || undefined}>
      <Icon size={20} className="step-icon" aria-hidden />
      <div className="step-words">
        <h2>
          {t(`steps.${code}.title`)} <span className="visually-hidden">({t(isDone ? "done" : "missing")})</span>
        </h2>
        {isOnlySimulated ? (
          <p>{t("onlySimulated")}</p>
        ) : isDone ? (
          <p>{t(`steps.${code}.done`)}</p>
        ) : (
          <>
            <p>{t(`steps.${code}.todo`, words)}</p>
            <Currencies item={item} />
          </>
        )}
      </div>
      <StepAction item={item} isNext={isNext} isOnlySimulated={isOnlySimulated} />
    </li>
  );
}

/** The server's sentence names what customers cannot pay in. */
function Currencies({ item: { code, missing } }: { item: Item }) {
  const { i18n } = useTranslation();
  return code === "PAYMENT_METHOD" && i18n.language === "en" ? <p>{missing}</p> : null;
}
