// Editing the settings and saving what was changed of them, all together or not at all.

import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { useConfirm } from "@/ui/confirm";
import { useProblemText, useTell } from "@/ui/problems";
import { CHANGE, type ShopSettings } from "./documents";
import { fieldId, type Editing } from "./useEdits";
import { areHoursRight, changedNames, inputOf, isNumberName, isWithin, LIMITS, NAMES, valuesOf, type Edits, type Errors, type Name, type Values } from "./values";

// As the ITU's recommendation E.164 writes numbers.
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;

interface Saving {
  editing: Editing;
  changed: Name[];
  /** One that is about no field. */
  problem: Problem | undefined;
  isSaving: boolean;
  save: () => Promise<void>;
  discard: () => void;
}

export function useSaving(settings: ShopSettings, isReadOnly: boolean): Saving {
  const { t } = useTranslation("common");
  const tell = useTell();
  const text = useProblemText();
  const judge = useJudge();
  const isSureToDelete = useDeletionWarning();
  const { keyFor, done } = useIntention();
  const [change, isSaving] = useChange(CHANGE);
  const [edits, setEdits] = useState<Edits>({});
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<Problem>();
  const saved = useMemo(() => valuesOf(settings), [settings]);
  const values = useMemo<Values>(() => ({ ...saved, ...edits }), [saved, edits]);
  const changed = changedNames(saved, edits);

  const edit = useCallback((more: Edits) => {
    setEdits((before) => ({ ...before, ...more }));
    // What is typed anew is judged anew.
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in more))));
  }, []);
  const editing = useMemo<Editing>(
    () => ({ values, saved, errors, isReadOnly, edit }),
    [values, saved, errors, isReadOnly, edit],
  );
  const discard = () => {
    setEdits({});
    setErrors({});
    setProblem(undefined);
  };
  const show = (wrong: Errors) => {
    setErrors(wrong);
    const first = NAMES.find((name) => name in wrong);
    if (first !== undefined) document.getElementById(fieldId(first))?.focus();
  };
  const save = async () => {
    setProblem(undefined);
    const wrong = judge(values, changed);
    show(wrong);
    if (changed.length === 0 || Object.keys(wrong).length > 0 || !(await isSureToDelete(saved, values, changed))) return;
    const input = inputOf(values, changed);
    const outcome = await change({ input: { ...input, idempotencyKey: keyFor(input) } });
    if (outcome.problem) {
      const named = nameIn(outcome.problem);
      if (named === undefined) setProblem(outcome.problem);
      else show({ [named]: text(outcome.problem) });
      return;
    }
    done();
    discard();
    tell.done(t("toast.saved"));
  };
  return { editing, changed, problem, isSaving, save, discard };
}

/** Which setting the server did not like. */
function nameIn({ path }: Problem): Name | undefined {
  return NAMES.find((name) => path.includes(name));
}

/** What cannot be right is told before it is sent, all of it at once. */
function useJudge(): (values: Values, changed: readonly Name[]) => Errors {
  const { t } = useTranslation("settings");
  const format = useFormat();
  return (values, changed) => {
    const wrong: Errors = {};
    for (const name of changed) {
      if (!isNumberName(name) || isWithin(name, values[name])) continue;
      const [least, most] = LIMITS[name];
      wrong[name] = t("outside", { least: format.number(least), most: format.number(most) });
    }
    if (values.businessName.trim() === "") wrong.businessName = t("nameMissing");
    if (Number(values.longestWaitSeconds) < Number(values.quietSeconds)) wrong.longestWaitSeconds ??= t("waitTooShort");
    if (values.noticePhone !== "" && !INTERNATIONAL.test(values.noticePhone)) wrong.noticePhone = t("phoneWrong");
    if (!areHoursRight(values.businessHours)) wrong.businessHours = t("hours.wrong");
    if (!values.offeredLanguages.includes(values.defaultLanguage)) wrong.defaultLanguage = t("notOffered");
    return wrong;
  };
}

/** Keeping less deletes what is older, for good: that is asked for once more. */
function useDeletionWarning(): (saved: Values, values: Values, changed: readonly Name[]) => Promise<boolean> {
  const { t } = useTranslation("settings");
  const confirm = useConfirm();
  const format = useFormat();
  return async (saved, values, changed) => {
    const keepsLess = (name: "chatDays" | "eventDays") => {
      const days = (value: number | string) => (Number(value) === 0 && name === "chatDays" ? Infinity : Number(value));
      return changed.includes(name) && days(values[name]) < days(saved[name]);
    };
    const texts = [
      keepsLess("chatDays") && t("deletes.chats", { count: Number(values.chatDays), shown: format.number(values.chatDays) }),
      keepsLess("eventDays") && t("deletes.events", { count: Number(values.eventDays), shown: format.number(values.eventDays) }),
    ].filter((each) => each !== false);
    if (texts.length === 0) return true;
    return confirm({ title: t("deletes.title"), text: texts.join(" "), action: t("deletes.action"), isDangerous: true });
  };
}
