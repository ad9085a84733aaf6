// Who is signed in, what they may do, and the shop's own settings that every page needs.

import { createContext, useContext } from "react";
import { graphql, type ResultOf } from "@/api/graphql";

export const SESSION = graphql(`
  query Session {
    viewer {
      id
      name
      role
      can
      lastSignInAt
      totpEnabled
      recoveryCodesLeft
      staff {
        id
        name
        email
        role
      }
    }
    settings {
      id
      businessName
      currency
      timeZone
      defaultLanguage
      offeredLanguages
    }
    eventCursor
  }
`);

type Answer = ResultOf<typeof SESSION>;

/** The rights, as docs/rights.md lists them. */
export type Right =
  | `${"catalog" | "orders" | "conversations" | "customers" | "accounts" | "payments" | "settings" | "knowledge" | "providers" | "scenarios" | "notices"}:${"read" | "write"}`
  | "orders:refund"
  | "reports:read"
  | "events:read"
  | "payments:numbers"
  | "staff:read"
  | "staff:manage"
  | "owners:manage"
  | "integrations:manage"
  | "audit:read"
  | "simulator:use"
  | "customers:erase"
  | "self:manage";

export interface Session {
  viewer: NonNullable<Answer["viewer"]> & { staff: NonNullable<NonNullable<Answer["viewer"]>["staff"]> };
  settings: NonNullable<Answer["settings"]>;
  /** Whether the person may: what they may not is not shown. */
  can: (right: Right) => boolean;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("Only pages of somebody who is signed in have a session.");
  return session;
}
