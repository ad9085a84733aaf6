// What an entry changed, field by field: what was the same before and after is left out.

export type Side = { kind: "value"; value: unknown } | { kind: "nothing" };

export interface Change {
  field: string;
  /** Undefined where only is told that it changed: what people wrote or are called is not kept here. */
  sides?: { before: Side; after: Side };
}

type Recorded = Record<string, unknown>;

const HIDDEN = "changed";
const TOLD_APART = /Changed$/;
// Ids of what has neither a name nor a page.
const UNTOLD = new Set(["noteId", "run"]);

export function changesOf(before: unknown, after: unknown): Change[] {
  const was = asRecord(before);
  const is = asRecord(after);
  const changes: Change[] = [];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (UNTOLD.has(name)) continue;
    const change = changeOf(name, was, is);
    if (change && !changes.some(({ field }) => field === change.field)) changes.push(change);
  }
  return changes;
}

function changeOf(name: string, was: Recorded, is: Recorded): Change | undefined {
  if (TOLD_APART.test(name)) return { field: name.replace(TOLD_APART, "") };
  if (is[name] === HIDDEN || was[name] === HIDDEN) return { field: name };
  const sides = { before: sideOf(name, was), after: sideOf(name, is) };
  return JSON.stringify(sides.before) === JSON.stringify(sides.after) ? undefined : { field: name, sides };
}

function sideOf(name: string, recorded: Recorded): Side {
  if (!(name in recorded)) return { kind: "nothing" };
  const value = recorded[name];
  const isEmpty = value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
  return isEmpty ? { kind: "nothing" } : { kind: "value", value };
}

interface Money {
  amount: string;
  currency: string;
}

export function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value;
}

function asRecord(value: unknown): Recorded {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Recorded) : {};
}
