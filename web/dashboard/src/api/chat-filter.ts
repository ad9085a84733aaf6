// Whether a chat belongs into a list, judged here by the filter the list was asked with.

import type { Cache, DataField } from "@urql/exchange-graphcache";

interface OneOf {
  in?: string[] | null;
  notIn?: string[] | null;
}

export interface ChatFilter {
  status?: OneOf | null;
  answeredBy?: OneOf | null;
  needsAttention?: boolean | null;
  attention?: OneOf | null;
  isUnread?: boolean | null;
  isAssigned?: boolean | null;
  assignedToId?: string | null;
  tag?: string | null;
  accountId?: string | null;
  customerId?: string | null;
  // Only the server can judge by these.
  lastMessageAt?: unknown;
  search?: string | null;
}

/** Undefined where only the server knows. */
export function belongs(cache: Cache, chat: string, filter: ChatFilter | null | undefined): boolean | undefined {
  const { search, lastMessageAt, ...wanted } = filter ?? {};
  const read = (field: string) => cache.resolve(chat, field);
  const idOf = (field: string) => {
    const key = read(field);
    return typeof key === "string" ? cache.resolve(key, "id") : null;
  };
  const isUnread = Number(read("unreadCount") ?? 0) > 0;
  const tags = read("tags");
  const fits =
    isAmong(read("status"), wanted.status) &&
    isAmong(read("answeredBy"), wanted.answeredBy) &&
    isAmong(read("attention"), wanted.attention) &&
    isAs(read("attention") != null, wanted.needsAttention) &&
    isAs(isUnread, wanted.isUnread) &&
    isAs(idOf("assignedTo") != null, wanted.isAssigned) &&
    isAs(idOf("assignedTo"), wanted.assignedToId) &&
    isAs(idOf("account"), wanted.accountId) &&
    isAs(idOf("customer"), wanted.customerId) &&
    (wanted.tag == null || (Array.isArray(tags) && tags.some((tag) => tag === wanted.tag)));
  return fits && (search != null || lastMessageAt != null) ? undefined : fits;
}

function isAs(value: unknown, wanted: unknown): boolean {
  return wanted == null || value === wanted;
}

function isAmong(value: DataField | undefined, wanted: OneOf | null | undefined): boolean {
  if (wanted == null) return true;
  const isIn = wanted.in == null || wanted.in.includes(String(value));
  // Who has none of the kind at all is not among the others either.
  return isIn && (wanted.notIn == null || (value != null && !wanted.notIn.includes(String(value))));
}
