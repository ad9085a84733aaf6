// What kinds of notices there are: how bad, with which sign, and where one acts on them.

import {
  Ban,
  Bot,
  CircleDollarSign,
  CreditCard,
  Hand,
  KeyRound,
  PhoneOff,
  RefreshCw,
  ShieldAlert,
  Unplug,
  type LucideIcon,
} from "lucide-react";
import type { Right } from "@/session/session";
import type { Tone } from "@/ui/Badge";
import type { Notice } from "./useNotices";

type Kind = Notice["kind"];

interface Place {
  icon: LucideIcon;
  tone: Extract<Tone, "warn" | "bad">;
  /** The page of the thing it is about. */
  to: (id: string) => string;
  /** Where that thing is gone or not known. */
  otherwise: string;
  needs: Right;
}

const account = { to: (id: string) => `/accounts/${id}`, otherwise: "/accounts", needs: "accounts:read" } as const;
const provider = { to: () => "/providers", otherwise: "/providers", needs: "providers:read" } as const;

export const KINDS: Record<Kind, Place> = {
  ACCOUNT_BANNED: { ...account, icon: Ban, tone: "bad" },
  ACCOUNT_LOGGED_OUT: { ...account, icon: PhoneOff, tone: "bad" },
  ACCOUNT_RESTRICTED: { ...account, icon: ShieldAlert, tone: "warn" },
  PROGRAM_OUTDATED: { ...account, icon: RefreshCw, tone: "bad" },
  PROVIDER_KEY_REFUSED: { ...provider, icon: KeyRound, tone: "bad" },
  PROVIDER_OUT_OF_CREDIT: { ...provider, icon: CircleDollarSign, tone: "bad" },
  PROVIDER_MODEL_GONE: { ...provider, icon: Bot, tone: "bad" },
  PAYEE_CHANGED: { to: () => "/payments", otherwise: "/payments", needs: "payments:read", icon: CreditCard, tone: "warn" },
  CHAT_NEEDS_HUMAN: {
    to: (id) => `/conversations/${id}`,
    otherwise: "/conversations",
    needs: "conversations:read",
    icon: Hand,
    tone: "warn",
  },
  WEBHOOK_PAUSED: {
    to: (id) => `/integrations/webhooks/${id}`,
    otherwise: "/integrations",
    needs: "integrations:manage",
    icon: Unplug,
    tone: "warn",
  },
};

/** What the program itself noted; it may hold more than is read here. */
export function detailOf({ detail }: Notice): { reason?: string; until?: string } {
  if (typeof detail !== "object" || detail === null) return {};
  const known = detail as Record<string, unknown>;
  const text = (name: string) => (typeof known[name] === "string" ? known[name] : undefined);
  return { reason: text("reason"), until: text("banned_until") ?? text("restricted_until") };
}
