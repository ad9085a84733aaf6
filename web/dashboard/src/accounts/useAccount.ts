// One number, live: its codes as they rotate, its state as it changes, its health every few seconds.

import { useInterval } from "@mantine/hooks";
import { useEffect } from "react";
import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { ACCOUNT_CHANGED, ACCOUNT_NOW } from "./documents";

const HEALTH_MILLISECONDS = 10_000;

/** Sending and receiving change no state, so what is told of them is asked for while somebody looks. */
export function useWhileLooked(refresh: () => void): void {
  const { start, stop } = useInterval(() => {
    if (document.visibilityState === "visible") refresh();
  }, HEALTH_MILLISECONDS);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
}

export function useAccount(id: string) {
  const mayLink = useSession().can("accounts:write");
  const { data, isLoading, problem, refresh } = useRead(ACCOUNT_NOW, { id, mayLink });
  useLive(ACCOUNT_CHANGED, { id, mayLink });
  useWhileLooked(refresh);
  return { account: data?.whatsappAccount, isLoading, problem, refresh };
}
