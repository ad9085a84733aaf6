// The days that the overview is about, in the time zone of the business, and those before them.

import { useMemo } from "react";
import { useSession } from "@/session/session";
import { useFilter } from "@/ui/paging";
import { useNow } from "@/ui/values";

export const PERIODS = { today: 1, "7": 7, "30": 30, "90": 90 } as const;
export type PeriodName = keyof typeof PERIODS;

export interface Days {
  from: string;
  to: string;
}

export interface Period {
  name: PeriodName;
  now: Days;
  /** As many days, right before. */
  before: Days;
  /** What is drawn: of a single day no line can be, so then it is the week that ends with it. */
  drawn: Days;
}

const USUAL: PeriodName = "30";
const SHORTEST_DRAWN = 7;

export function usePeriod(): [Period, (name: string) => void] {
  const [wanted, setWanted] = useFilter("period");
  const { timeZone } = useSession().settings;
  const today = dayIn(timeZone, useNow());
  const name = wanted !== null && wanted in PERIODS ? (wanted as PeriodName) : USUAL;
  const period = useMemo(() => periodOf(name, today), [name, today]);
  return [
    period,
    (next) => {
      setWanted(next === USUAL ? null : next);
    },
  ];
}

export function periodOf(name: PeriodName, today: string): Period {
  const length = PERIODS[name];
  const from = moved(today, 1 - length);
  return {
    name,
    now: { from, to: today },
    before: { from: moved(from, -length), to: moved(from, -1) },
    drawn: { from: moved(today, 1 - Math.max(length, SHORTEST_DRAWN)), to: today },
  };
}

/** Of days without a time; UTC has no day of 23 hours. */
function moved(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, "2026-12-01".length);
}

function dayIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
