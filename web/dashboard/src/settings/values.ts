// The settings as the page edits them, what of them was changed, and what of it can be right.

import type { VariablesOf } from "@/api/graphql";
import type { CHANGE, ShopSettings } from "./documents";

export const WEEKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface OpenHours {
  opensAt: string;
  closesAt: string;
}
/** A day that is left out is closed. */
export type Hours = Partial<Record<Weekday, OpenHours>>;

/** The least and the most that the server takes; the third says how many decimal places. */
export const LIMITS = {
  quietSeconds: [0, 60, 1],
  longestWaitSeconds: [0, 300, 1],
  recentMinutes: [1, 1440, 0],
  aiResumeMinutes: [0, 10_080, 0],
  floodMessages: [3, 1000, 0],
  draftMinutes: [1, 1440, 0],
  orderHours: [1, 2160, 0],
  reminderHours: [1, 2160, 0],
  abandonHours: [1, 2160, 0],
  chatDays: [0, 3650, 0],
  eventDays: [7, 3650, 0],
} as const;

export type NumberName = keyof typeof LIMITS;

// An emptied field is a text, not a number.
type Numbers = Record<NumberName, number | string>;

export interface Values extends Numbers {
  businessName: string;
  currency: string;
  timeZone: string;
  offeredLanguages: string[];
  defaultLanguage: string;
  businessHours: Hours;
  noticePhone: string;
  backupsAreMade: boolean;
}

export type Name = keyof Values;
export type Edits = Partial<Values>;
export type Errors = Partial<Record<Name, string>>;

/** In the order of the page. */
export const NAMES: readonly Name[] = [
  "businessName",
  "currency",
  "timeZone",
  "offeredLanguages",
  "defaultLanguage",
  "businessHours",
  "quietSeconds",
  "longestWaitSeconds",
  "aiResumeMinutes",
  "recentMinutes",
  "floodMessages",
  "abandonHours",
  "draftMinutes",
  "orderHours",
  "reminderHours",
  "chatDays",
  "eventDays",
  "noticePhone",
  "backupsAreMade",
];

export function valuesOf({ id: _id, businessHours, ...plain }: ShopSettings): Values {
  const hours: Hours = {};
  for (const { weekday, opensAt, closesAt } of businessHours) {
    if (opensAt !== null && closesAt !== null) hours[weekday] = { opensAt, closesAt };
  }
  return { ...plain, offeredLanguages: [...plain.offeredLanguages], businessHours: hours };
}

export function changedNames(saved: Values, edits: Edits): Name[] {
  return NAMES.filter((name) => name in edits && !isSame(saved[name], edits[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Neither the order of days nor that of languages means anything. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).sort(([one], [other]) => one.localeCompare(other));
}

export const isNumberName = (name: Name): name is NumberName => name in LIMITS;

export function isWithin(name: NumberName, value: number | string): boolean {
  const [least, most] = LIMITS[name];
  return typeof value === "number" && value >= least && value <= most;
}

/** A day opens and closes at two different times; it may close after midnight. */
export function areHoursRight(hours: Hours): boolean {
  return Object.values(hours).every(({ opensAt, closesAt }) => opensAt !== "" && closesAt !== "" && opensAt !== closesAt);
}

type Input = VariablesOf<typeof CHANGE>["input"];

/** Only what was changed: a colleague may be changing the rest. */
export function inputOf(values: Values, names: readonly Name[]): Input {
  const { businessHours, ...plain } = values;
  const changed = Object.fromEntries(Object.entries(plain).filter(([name]) => names.includes(name as Name)));
  if (!names.includes("businessHours")) return changed;
  const days = WEEKDAYS.flatMap((weekday) => {
    const hours = businessHours[weekday];
    return hours ? [{ weekday, ...hours }] : [];
  });
  return { ...changed, businessHours: days };
}
