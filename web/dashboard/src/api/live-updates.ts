// What subscriptions tell is put where pages look: new messages into their chat, chats to the top, orders into lists.

import type { Cache, UpdatesConfig } from "@urql/exchange-graphcache";
import { invalidateLists } from "./cache";

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
    addToChat(cache, conversation, message);
    cache.link(conversation, "lastMessage", message as never);
    moveToTop(cache, conversation);
  },
  conversationChanged(result, _given, cache) {
    const { conversation } = (result as unknown as Told<"conversationChanged", "conversation">).conversationChanged;
    const key = cache.keyOfEntity(conversation as never);
    if (key !== null) bringIntoLists(cache, key);
  },
  orderChanged(result, _given, cache) {
    const { order, isNew } = (result as unknown as Told<"orderChanged", "order">).orderChanged;
    invalidateLists(cache, "proofQueue", ...(isNew === true ? ["orders"] : []));
    const conversation = cache.resolve(order as never, "conversation");
    if (isNew === true && typeof conversation === "string") cache.invalidate(conversation, "orders");
  },
  noticeRaised(_result, _given, cache) {
    invalidateLists(cache, "notices");
  },
};

/** Only to the newest page: one that was read backwards from somewhere holds what is older. */
function addToChat(cache: Cache, conversation: string, message: Entity): void {
  const added = cache.keyOfEntity(message as never);
  for (const { fieldKey, arguments: given } of cache.inspectFields(conversation)) {
    if (!fieldKey.startsWith("messages(") || given?.before != null || given?.after != null) continue;
    const page = cache.resolve(conversation, fieldKey);
    const nodes = nodesOf(cache, page);
    if (added !== null && !nodes.includes(added)) cache.link(page as string, "nodes", [...nodes, added]);
  }
}

function moveToTop(cache: Cache, conversation: string): void {
  for (const page of conversationPages(cache)) {
    const nodes = nodesOf(cache, page);
    if (nodes.includes(conversation) && nodes[0] !== conversation) {
      cache.link(page, "nodes", [conversation, ...nodes.filter((node) => node !== conversation)]);
    }
  }
}

/** A chat that no list shows yet may belong into any of them: which, the server knows. */
function bringIntoLists(cache: Cache, conversation: string): void {
  const isShown = conversationPages(cache).some((page) => nodesOf(cache, page).includes(conversation));
  if (!isShown) invalidateLists(cache, "conversations");
}

function conversationPages(cache: Cache): string[] {
  return cache
    .inspectFields("Query")
    .filter(({ fieldName, arguments: given }) => fieldName === "conversations" && given?.after == null)
    .map(({ fieldKey }) => cache.resolve("Query", fieldKey))
    .filter((page): page is string => typeof page === "string");
}

/** The keys of a connection's nodes. */
function nodesOf(cache: Cache, page: unknown): string[] {
  const nodes = typeof page === "string" ? (cache.resolve(page, "nodes") as unknown) : null;
  return Array.isArray(nodes) ? nodes.filter((node): node is string => typeof node === "string") : [];
}
