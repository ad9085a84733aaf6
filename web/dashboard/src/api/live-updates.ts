// What subscriptions tell is put where pages look: new messages into their chat, chats to the top, orders into lists.

import type { Cache, UpdatesConfig } from "@urql/exchange-graphcache";
import { invalidateLists } from "./cache";
import { hear, placeInLists } from "./live-chats";

interface Entity {
  __typename: string;
  id: string;
}

type Told<Field extends string, Part extends string> = Record<Field, Record<Part, Entity> & { isNew?: boolean }>;

export const liveUpdates: UpdatesConfig["Subscription"] = {
  messageAdded(result, _given, cache) {
    const { message } = (result as unknown as Told<"messageAdded", "message">).messageAdded;
    const conversation = cache.resolve(message as never, "conversation");
    if (typeof conversation !== "string") return;
    hear(cache, conversation, message as never);
    placeInLists(cache, conversation);
  },
  conversationChanged(result, _given, cache) {
    const { conversation } = (result as unknown as Told<"conversationChanged", "conversation">).conversationChanged;
    const key = cache.keyOfEntity(conversation as never);
    if (key !== null) placeInLists(cache, key);
  },
  orderChanged(result, _given, cache) {
    const { order, isNew } = (result as unknown as Told<"orderChanged", "order">).orderChanged;
    invalidateLists(cache, "proofQueue");
    forgetOrderLists(cache, isNew === true);
    const key = cache.keyOfEntity(order as never);
    for (const list of HAPPENINGS) if (key !== null) cache.invalidate(key, list);
    const conversation = cache.resolve(order as never, "conversation");
    if (isNew === true && typeof conversation === "string") cache.invalidate(conversation, "orders");
  },
  noticeRaised(_result, _given, cache) {
    invalidateLists(cache, "notices");
  },
  // Seen in another tab, or over: it counts no more.
  noticeChanged(_result, _given, cache) {
    invalidateLists(cache, "notices");
  },
};

/** What an order gathers: what of it was added, the event does not tell. */
const HAPPENINGS = ["actions", "notes", "proofs", "refunds", "timeline"];

/** A new order may belong into any list; one that changed, only into or out of those that ask for what changes. */
function forgetOrderLists(cache: Cache, isNew: boolean): void {
  for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
    if (fieldName === "orders" && (isNew || asksForChanges(given))) cache.invalidate("Query", fieldName, given);
  }
}

function asksForChanges(given: Record<string, unknown> | null): boolean {
  const filter = Object.entries(given?.filter ?? {});
  const isFiltered = filter.some(([name, value]) => ["status", "paidAt", "updatedAt", "expiresAt"].includes(name) && value != null);
  return isFiltered || JSON.stringify(given?.orderBy ?? null).includes("UPDATED_AT");
}
