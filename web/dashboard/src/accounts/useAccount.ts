// One number, live: its codes as they rotate, its state as it changes, its health every few seconds.

import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { useWhileLooked } from "@/ui/useWhileLooked";
import { ACCOUNT_CHANGED, ACCOUNT_NOW } from "./documents";

// Sending and receiving change no state of a number.
export const HEALTH_MILLISECONDS = 10_000;

export function useAccount(id: string) {
  const mayLink = useSession().can("accounts:write");
  const { data, isLoading, problem, refresh } = useRead(ACCOUNT_NOW, { id, mayLink });
  useLive(ACCOUNT_CHANGED, { id, mayLink });
  useWhileLooked(refresh, HEALTH_MILLISECONDS);
  return { account: data?.whatsappAccount, isLoading, problem, refresh };
}
