// Days and times of chats, in the time zone of the business.

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { useNow } from "@/ui/values";

const DAY = 86_400_000;

// Making one is slow, and each row of a list asks.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** `2026-12-01`: the day on which something was, where the business is. */
export function useDayOf(): (time: string | number) => string {
  const { timeZone } = useSession().settings;
  return useCallback((time) => dayFormat(timeZone).format(new Date(time)), [timeZone]);
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  dayFormats.set(timeZone, format);
  return format;
}

/** Today and yesterday by name. */
export function useDayName(): (time: string) => string {
  const { t } = useTranslation("conversations");
  const dayOf = useDayOf();
  const format = useFormat();
  const now = useNow();
  return (time) => {
    const day = dayOf(time);
    if (day === dayOf(now)) return t("today");
    return day === dayOf(now - DAY) ? t("yesterday") : format.date(time);
  };
}

/** Of today the time, of other days the day. */
export function useRowTime(): (time: string) => string {
  const dayOf = useDayOf();
  const format = useFormat();
  const now = useNow();
  return (time) => (dayOf(time) === dayOf(now) ? format.time(time) : format.day(time));
}
