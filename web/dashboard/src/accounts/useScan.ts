// The phone of a simulated number: it scans a code, or its owner types one.

import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useTell } from "@/ui/problems";
import { SCAN } from "./changes";

export function useScan(accountId: string) {
  const tell = useTell();
  const [ask, isScanning] = useChange(SCAN);
  const scan = async (code: string) => {
    const { problem } = await ask({ input: { accountId, code, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
  };
  return { scan, isScanning };
}
