// What a drawer shows while it is going away, and whether it was opened anew.

import { useState } from "react";

interface Kept {
  value: string | null;
  isOpen: boolean;
  /** A key for what is inside: nothing of it outlives the closing. */
  times: number;
}

/** The last value that was not null, for a drawer whose entry stands in the address. */
export function useKept(value: string | null): Kept {
  const [kept, setKept] = useState<Kept>({ value, isOpen: value !== null, times: 0 });
  const isOpen = value !== null;
  if (isOpen === kept.isOpen && (!isOpen || value === kept.value)) return kept;
  const next = { value: value ?? kept.value, isOpen, times: isOpen ? kept.times + 1 : kept.times };
  setKept(next);
  return next;
}
