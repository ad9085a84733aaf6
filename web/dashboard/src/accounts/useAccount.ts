// One number, live: its codes as they rotate, its state as it changes, its health every few seconds.

import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { useFresh } from "@/ui/useFresh";
import { ACCOUNT_CHANGED, ACCOUNT_HEALTH, ACCOUNT_NOW } from "./documents";

export const HEALTH_MILLISECONDS = 10_000;

export function useAccount(id: string) {
  const mayLink = useSession().can("accounts:write");
  const { data, isLoading, problem, refresh } = useRead(ACCOUNT_NOW, { id, mayLink });
  const { refresh: readHealth } = useRead(ACCOUNT_HEALTH, { id }, { pause: true });
  useLive(ACCOUNT_CHANGED, { id, mayLink });
  useFresh(readHealth, HEALTH_MILLISECONDS);
  return { account: data?.whatsappAccount, isLoading, problem, refresh };
}
