// The blue ticks: the customer has seen what the shop wrote. At once, or never, as people set their phones.

import { useCallback, useRef } from "react";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { ACKNOWLEDGE } from "./changes";
import type { Said } from "./documents";

export function useReceipts(accountId: string, isOn: boolean): (messages: readonly Said[]) => void {
  const [ask] = useChange(ACKNOWLEDGE);
  const seen = useRef(new Set<string>());
  return useCallback(
    (messages) => {
      if (!isOn) return;
      const unseen = messages
        .map(({ whatsappId }) => whatsappId)
        .filter((id): id is string => id !== null && !seen.current.has(id));
      if (unseen.length === 0) return;
      for (const id of unseen) seen.current.add(id);
      void ask({ input: { accountId, whatsappIds: unseen, kind: "READ", idempotencyKey: newKey() } });
    },
    [ask, accountId, isOn],
  );
}
