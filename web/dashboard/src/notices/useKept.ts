// What stands on the page stays there while somebody reads it, also when seeing it has taken it off the list.

import { useState } from "react";
import type { Notice } from "./useNotices";

export interface Entry {
  notice: Notice;
  /** Unseen when it came onto the page. */
  isNew: boolean;
}

/** For one list and page at a time, named by `key`. `hasMore`: older ones than these are on the next page. */
export function useKept(notices: readonly Notice[] | undefined, hasMore: boolean, key: string): readonly Entry[] | undefined {
  const [kept, setKept] = useState<{ key: string; entries: readonly Entry[] }>({ key, entries: [] });
  const known = kept.key === key ? kept.entries : [];
  const entries = notices && merged(known, notices, hasMore);
  if (entries && (kept.key !== key || isDifferent(entries, kept.entries))) setKept({ key, entries });
  return entries;
}

function merged(known: readonly Entry[], notices: readonly Notice[], hasMore: boolean): Entry[] {
  const before = new Map(known.map((entry) => [entry.notice.id, entry]));
  const listed = notices.map((notice) => {
    const entry = before.get(notice.id);
    before.delete(notice.id);
    return entry?.notice === notice ? entry : { notice, isNew: entry?.isNew ?? !notice.isSeen };
  });
  const oldest = notices.at(-1)?.createdAt ?? "";
  const gone = [...before.values()].filter(({ notice }) => !hasMore || notice.createdAt > oldest).map(seen);
  return [...listed, ...gone].sort((one, other) => other.notice.createdAt.localeCompare(one.notice.createdAt));
}

function seen(entry: Entry): Entry {
  return entry.notice.isSeen ? entry : { ...entry, notice: { ...entry.notice, isSeen: true } };
}

function isDifferent(entries: readonly Entry[], others: readonly Entry[]): boolean {
  return entries.length !== others.length || entries.some((entry, index) => entry !== others[index]);
}
