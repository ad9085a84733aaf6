// The shop sees that the customer types, until they send it or leave it.

import { useCallback, useEffect, useRef } from "react";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { TYPE } from "./changes";

const IDLE_MILLISECONDS = 4000;

export function useTyping(accountId: string, lid: string): { touch: () => void; stop: () => void } {
  const [ask] = useChange(TYPE);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const say = useCallback(
    (isTyping: boolean) => void ask({ input: { accountId, lid, isTyping, idempotencyKey: newKey() } }),
    [ask, accountId, lid],
  );
  const stop = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    say(false);
  }, [say]);
  const touch = useCallback(() => {
    if (timer.current === null) say(true);
    else clearTimeout(timer.current);
    timer.current = setTimeout(stop, IDLE_MILLISECONDS);
  }, [say, stop]);
  useEffect(() => stop, [stop]);
  return { touch, stop };
}
