// Idempotency keys: the same key with the same input gives the first result again, however often it arrives.

import { useCallback, useRef } from "react";

export function newKey(): string {
  // Not crypto.randomUUID: that is missing where a shop opens its dashboard over plain http from another machine.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One key for each intention: the same while its input is the same and it has not succeeded. */
export function useIntention(): { keyFor: (input: unknown) => string; done: () => void } {
  const current = useRef<{ input: string; key: string } | null>(null);
  const keyFor = useCallback((input: unknown) => {
    const asText = JSON.stringify(input);
    if (current.current?.input !== asText) current.current = { input: asText, key: newKey() };
    return current.current.key;
  }, []);
  const done = useCallback(() => {
    current.current = null;
  }, []);
  return { keyFor, done };
}
