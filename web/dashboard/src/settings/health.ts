// From when on a person should look at a part of the program.

import type { Tone } from "@/ui/Badge";
import type { Health } from "./documents";

const SLOW_MILLISECONDS = 250;
const LATE_SECONDS = 60;
const LITTLE_FREE = 0.1;
const LITTLE_FREE_BYTES = 2 * 1024 ** 3;

const fineIf = (isFine: boolean): Tone => (isFine ? "good" : "warn");

export function usedShare({ freeBytes, totalBytes }: Health["disk"]): number {
  const total = Number(totalBytes);
  return total === 0 ? 0 : 1 - Number(freeBytes) / total;
}

export const databaseTone = ({ milliseconds }: Health["database"]) => fineIf(milliseconds < SLOW_MILLISECONDS);
export const diskTone = (disk: Health["disk"]) =>
  fineIf(usedShare(disk) < 1 - LITTLE_FREE && Number(disk.freeBytes) > LITTLE_FREE_BYTES);
export const jobsTone = ({ oldestSeconds }: Health["jobs"]) => fineIf(oldestSeconds === null || oldestSeconds < LATE_SECONDS);
export const feedTone = ({ lagSeconds }: Health["eventFeed"]) => fineIf(lagSeconds < LATE_SECONDS);
