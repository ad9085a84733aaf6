// A script as a form holds it, and as the API takes it.

import { newKey } from "@/api/keys";
import type { VariablesOf } from "@/api/graphql";
import type { CREATE_SCENARIO } from "../changes";
import type { Script } from "../documents";

export const SCRIPT_LANGUAGES = ["en", "ur", "ur-Latn", "ar", "es"] as const;
export const ANSWERED_BY = ["AI", "HUMAN", "PAUSED"] as const;
export const ORDER_STATUSES = ["PENDING", "PAYMENT_SUBMITTED", "REJECTED", "PAID", "COMPLETED", "CANCELLED", "REFUNDED"] as const;

export const MOST_STEPS = 25;
export const MOST_WORDS = 30;
export const LONGEST_SAYING = 2000;
export const LONGEST_NAME = 120;
export const LONGEST_PACKAGE = 120;
export const LONGEST_DESCRIPTION = 2000;

export interface StepValues {
  id: string;
  does: "says" | "sends";
  says: string;
  hears: string[];
}

export interface ExpectedValues {
  answeredBy: (typeof ANSWERED_BY)[number] | null;
  isOptedOut: "yes" | "no" | null;
  language: string | null;
  orders: number | string;
  orderStatus: (typeof ORDER_STATUSES)[number] | null;
  package: string;
  quantity: number | string;
}

export interface ScriptValues {
  name: string;
  description: string;
  language: string;
  steps: StepValues[];
  expected: ExpectedValues;
  forbidden: string[];
}

type Input = VariablesOf<typeof CREATE_SCENARIO>["input"];

export function newStep(): StepValues {
  return { id: newKey(), does: "says", says: "", hears: [] };
}

export function valuesOf(script: Script | undefined): ScriptValues {
  const expected = script?.expected;
  return {
    name: script?.name ?? "",
    description: script?.description ?? "",
    language: script?.language ?? "en",
    steps: script?.steps.map(({ id, says, sends, hears }) => ({ id, does: sends === null ? "says" : "sends", says, hears: [...hears] })) ?? [
      newStep(),
    ],
    expected: {
      answeredBy: expected?.answeredBy ?? null,
      isOptedOut: expected?.isOptedOut == null ? null : expected.isOptedOut ? "yes" : "no",
      language: expected?.language ?? null,
      orders: expected?.orders ?? "",
      orderStatus: expected?.orderStatus ?? null,
      package: expected?.package ?? "",
      quantity: expected?.quantity ?? "",
    },
    forbidden: [...(script?.forbidden ?? [])],
  };
}

export function inputOf({ name, description, language, steps, expected, forbidden }: ScriptValues): Omit<Input, "idempotencyKey"> {
  return {
    name: name.trim(),
    description: description.trim(),
    language,
    forbidden,
    steps: steps.map(({ does, says, hears }) => (does === "sends" ? { sends: "RECEIPT", hears } : { says, hears })),
    expected: {
      answeredBy: expected.answeredBy,
      isOptedOut: expected.isOptedOut === null ? null : expected.isOptedOut === "yes",
      language: expected.language,
      orders: numberOf(expected.orders),
      orderStatus: expected.orderStatus,
      package: expected.package.trim() || null,
      quantity: numberOf(expected.quantity),
    },
  };
}

function numberOf(typed: number | string): number | null {
  return typed === "" ? null : Number(typed);
}
