// A short access is renewed while the session lasts. Two tabs, or two questions of one page, take turns.

import { CSRF_HEADER, csrfToken } from "./cookies";
import { Watched } from "./watched";

const RENEWED = "mutation Renew { sessionRefresh { __typename ... on SessionRefreshPayload { accessExpiresAt } } }";
const EARLY_MILLISECONDS = 30_000;

/** True as soon as the session of a signed-in page has ended, until somebody signs in again. */
export const hasEnded = new Watched(false);

let renewing: Promise<boolean> | null = null;
let lastsUntil = Number.POSITIVE_INFINITY;

/** Call it with what signing in answered, so that the next renewal comes in time. */
export function accessLastsUntil(isoTime: string): void {
  lastsUntil = Date.parse(isoTime);
  hasEnded.set(false);
}

/** Whether the access is known to end within the next moments. */
export function isAccessEnding(): boolean {
  return Date.now() > lastsUntil - EARLY_MILLISECONDS;
}

/** Gives a fresh access; false when the session itself has ended. Throws when the server cannot be reached. */
export function renewed(): Promise<boolean> {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(): Promise<boolean> {
  if (!csrfToken()) return false;
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      [CSRF_HEADER]: csrfToken(),
    },
    body: JSON.stringify({ query: RENEWED }),
  });
  if (response.status >= 500) throw new Error(`The server answered ${String(response.status)}.`);
  const answer = (await response.json()) as {
    data?: { sessionRefresh?: { __typename: string; accessExpiresAt?: string } | null };
  };
  const expiry = answer.data?.sessionRefresh?.accessExpiresAt;
  if (expiry === undefined) return false;
  accessLastsUntil(expiry);
  return true;
}
