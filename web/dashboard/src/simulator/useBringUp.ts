// Bringing a simulated number on the line: connect it, and scan whichever code it shows with its simulated phone.

import { useEffect, useRef, useState } from "react";
import { CONNECT, SCAN } from "@/accounts/changes";
import type { LinkedAccount } from "@/accounts/Connection";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useTell } from "@/ui/problems";

export function useBringUp({ id, phone, status, qr }: LinkedAccount): { bringUp: () => void; isBringing: boolean } {
  const tell = useTell();
  const [connect, isAsking] = useChange(CONNECT);
  const [scan] = useChange(SCAN);
  const [isWished, setIsWished] = useState(false);
  const scanned = useRef<string | null>(null);
  // One that was just made here goes on the line without being asked twice.
  const isLinking = (isWished || phone === null) && status === "CONNECTING";
  const code = qr?.code;
  useEffect(() => {
    if (!isLinking || code === undefined || code === scanned.current) return;
    scanned.current = code;
    void scan({ input: { accountId: id, code, idempotencyKey: newKey() } }).then(({ problem }) => {
      // It was replaced meanwhile; the next one is on its way.
      if (problem && problem.code !== "QR_CODE_EXPIRED") tell.problem(problem);
    });
  }, [isLinking, code, id, scan, tell]);
  const bringUp = () => {
    setIsWished(true);
    void connect({ input: { id, idempotencyKey: newKey() } }).then(({ problem }) => {
      if (!problem) return;
      setIsWished(false);
      tell.problem(problem);
    });
  };
  return { bringUp, isBringing: isAsking || isLinking };
}
