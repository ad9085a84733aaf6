// How the sale to this customer stands: their orders and who answers them, as both move.

import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { SALE, SALE_MOVED, TALK_MOVED, type Sale } from "./documents";

export function useSale(customerId: string | null): Sale | null {
  const orders = useSession().can("orders:read");
  const customer = customerId ?? "";
  const pause = customerId === null;
  const { data, refresh } = useRead(SALE, { customer, orders }, { pause });
  useLive(SALE_MOVED, { customer }, { pause: pause || !orders, onTold: refresh });
  useLive(TALK_MOVED, { customer }, { pause, onTold: refresh });
  return data?.customer ?? null;
}
