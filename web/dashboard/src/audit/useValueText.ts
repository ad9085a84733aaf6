// Values as the audit log holds them, in words.

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { isMoney } from "./difference";
import { useAuditWords } from "./words";

const LONGEST = 160;
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MOMENT = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/;

export function useValueText(): (value: unknown) => string {
  const { t, i18n } = useTranslation("audit");
  const format = useFormat();
  const words = useAuditWords();
  return useCallback(
    (value) => {
      if (typeof value === "boolean") return value ? t("yes") : t("no");
      if (typeof value === "number") return format.number(value);
      if (isMoney(value)) return format.money(value);
      if (typeof value !== "string") return hoursOf(value, i18n.language) ?? shortened(JSON.stringify(value));
      if (MOMENT.test(value)) return value.length === 10 ? format.date(value) : format.dateTime(value);
      return shortened(words.value(value));
    },
    [t, i18n.language, format, words],
  );
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** `{"monday": ["09:00", "18:00"]}` in words that can be read. */
function hoursOf(value: unknown, language: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const days = value as Record<string, unknown>;
  if (!Object.keys(days).every((day) => DAYS.includes(day))) return undefined;
  const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return DAYS.flatMap((day, place) => {
    const span = days[day];
    // The first of January 2024 was a Monday.
    return Array.isArray(span) ? [`${weekday.format(Date.UTC(2024, 0, 1 + place))} ${span.join("–")}`] : [];
  }).join(", ");
}
