// A number's state in words: how it is, why, and what to do about it.

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Tone } from "@/ui/Badge";
import type { Account } from "./documents";

type Stateful = Pick<Account, "status" | "statusReason" | "statusAdvice" | "shouldConnect">;

// Reasons for which nobody has to do anything: it was wished so, or it ends by itself.
const QUIET = new Set([null, "disconnected_by_staff", "program_stopped"]);

// After these the link with the phone is gone; any other number comes back without one.
const UNLINKED = new Set(["logged_out", "qr_timeout", "passkey_needed", "linked_twice", "main_device_gone", "session_unreadable"]);

/** How much a number wants to be looked at. */
export function toneOf({ status, statusReason }: Pick<Stateful, "status" | "statusReason">): Tone {
  switch (status) {
    case "CONNECTED":
      return "good";
    case "CONNECTING":
      return "info";
    case "BANNED":
      return "bad";
    case "DISCONNECTED":
      return QUIET.has(statusReason) ? "idle" : "warn";
  }
}

/** Whether its line waits for somebody with the phone at hand. */
export function waitsForPhone({ status, statusReason }: Pick<Stateful, "status" | "statusReason">): boolean {
  return status === "CONNECTING" && ["waiting_for_scan", "pairing_refused", "pairing_failed"].includes(statusReason ?? "");
}

/** Whether it has to be linked before it can connect. */
export function wantsPhone({ status, statusReason, phone }: Pick<Account, "status" | "statusReason" | "phone">): boolean {
  return status === "DISCONNECTED" && (phone === null || UNLINKED.has(statusReason ?? ""));
}

/** The reason and the advice in the reader's language; a reason that is newer than this page in the server's words. */
export function useStateWords(): (account: Stateful) => { state: string; reason: string | null; advice: string | null } {
  const { t } = useTranslation("accounts");
  return useCallback(
    ({ status, statusReason, statusAdvice }) => {
      // Of a number that works, or that was just made, there is nothing to explain.
      const isExplained = statusReason !== null && status !== "CONNECTED";
      return {
        state: t(`status.${status}`),
        reason: isExplained ? t(`reason.${statusReason}` as "reason.requested", { defaultValue: statusReason }) : null,
        advice: isExplained ? t(`advice.${statusReason}` as "advice.requested", { defaultValue: statusAdvice ?? "" }) || null : null,
      };
    },
    [t],
  );
}
