// When a key ends: never, after some days, or at the end of a day.

import { nextDay, startOfDay } from "@/i18n/days";

export const ENDS = ["never", "30", "90", "365", "day"] as const;
export type End = (typeof ENDS)[number];

const DAY_MILLISECONDS = 86_400_000;

/** Null: never. `day` counts whole, as the shop counts days. */
export function expiresAt(end: End, day: string, timeZone: string): string | null {
  if (end === "never") return null;
  if (end === "day") return startOfDay(nextDay(day), timeZone);
  return new Date(Date.now() + Number(end) * DAY_MILLISECONDS).toISOString();
}
