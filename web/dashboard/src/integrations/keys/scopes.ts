// What a key may do, as a choice for each area of the shop.

export const AREAS = ["catalog", "orders", "conversations", "customers", "accounts", "reports", "events"] as const;
export type Area = (typeof AREAS)[number];
export type Level = "none" | "read" | "write";
export type Levels = Record<Area, Level>;

export const EVERYTHING = "*";

/** Of these nothing can be changed by the API: their scope for it exists, and gives nothing. */
const READ_ONLY = new Set<Area>(["reports", "events"]);

export function levelsOf(area: Area): Level[] {
  return READ_ONLY.has(area) ? ["none", "read"] : ["none", "read", "write"];
}

export const NOTHING: Levels = {
  catalog: "none",
  orders: "none",
  conversations: "none",
  customers: "none",
  accounts: "none",
  reports: "none",
  events: "none",
};

/** A scope that writes reads the same things too. */
export function scopesOf(levels: Levels): string[] {
  return AREAS.filter((area) => levels[area] !== "none").map((area) => `${area}:${levels[area]}`);
}
