// A list in the order that somebody just gave it, until the server tells its own.

import { useRef, useState } from "react";

interface Wish {
  ids: string[];
  /** The server's order when the wish was made: as long as it tells that one, it has not told the new one. */
  instead: string;
}

export interface Order<Item> {
  shown: readonly Item[];
  /** Shows this order at once and has it saved; what is wished meanwhile is saved next, the newest wish alone. */
  put: (ids: string[]) => void;
}

/** `save` says whether it worked. */
export function useOrder<Item extends { id: string }>(
  items: readonly Item[],
  save: (ids: string[]) => Promise<boolean>,
): Order<Item> {
  const [wish, setWish] = useState<Wish | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const waiting = useRef<string[] | null>(null);
  const isBusy = useRef(false);
  const known = new Map(items.map((item) => [item.id, item]));
  const current = items.map(({ id }) => id).join();
  const holds = wish !== null && (isSaving || wish.instead === current) && wish.ids.length === items.length;
  const wished = holds ? wish.ids.map((id) => known.get(id)).filter((item) => item !== undefined) : [];

  const saveAll = async () => {
    isBusy.current = true;
    setIsSaving(true);
    let worked = true;
    while (waiting.current !== null && worked) {
      const ids = waiting.current;
      waiting.current = null;
      worked = await save(ids);
    }
    waiting.current = null;
    isBusy.current = false;
    setIsSaving(false);
    if (!worked) setWish(null);
  };

  return {
    shown: wished.length === items.length ? wished : items,
    put: (ids) => {
      setWish({ ids, instead: current });
      waiting.current = ids;
      if (!isBusy.current) void saveAll();
    },
  };
}
