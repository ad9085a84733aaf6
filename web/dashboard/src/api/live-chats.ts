// New messages go to the end of their chat, and chats to their place in every list that they belong into.

import type { Cache, Entity, FieldArgs, Resolver, UpdateResolver } from "@urql/exchange-graphcache";
import { nodesOf, pageInfoOf, pagesFrom } from "./chain";
import { belongs, type ChatFilter } from "./chat-filter";

/** A field of the cache alone: the keys of a chat's messages that were heard of, in the order of their coming. */
const HEARD = "heardMessages";
const MOST_HEARD = 500;

export function hear(cache: Cache, conversation: string, message: Entity): void {
  const key = cache.keyOfEntity(message);
  const heard = heardOf(cache, conversation);
  if (key !== null && !heard.includes(key)) cache.link(conversation, HEARD, [...heard, key].slice(-MOST_HEARD));
}

/**
 * The newest page of a chat's messages, and before them those that were heard of since: one may come while the page that
 * lacks it is on its way.
 */
export const withHeard: Resolver = (_parent, given, cache, { parentKey, fieldName }) => {
  const page = cache.resolve(parentKey, fieldName, given);
  const { filter, orderBy, after, before, last } = given as { filter?: { conversationId?: string } } & Record<string, unknown>;
  const isNewest = [orderBy, after, before, last].every((each) => each == null);
  if (typeof page !== "string" || !isNewest || !isOnly(filter, "conversationId")) return page;
  const nodes = nodesOf(cache, page);
  const known = new Set(nodes);
  const heard = heardOf(cache, `Conversation:${filter.conversationId}`);
  const since = heard.slice(heard.findLastIndex((key) => known.has(key)) + 1);
  return { __typename: cache.resolve(page, "__typename"), nodes: [...since.reverse(), ...nodes] };
};

function isOnly(filter: { conversationId?: string } | undefined, name: string): filter is { conversationId: string } {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value != null);
  return given.length === 1 && given[0]?.[0] === name;
}

function heardOf(cache: Cache, conversation: string): string[] {
  const heard = cache.resolve(conversation, HEARD) as unknown;
  return Array.isArray(heard) ? heard.filter((key): key is string => typeof key === "string") : [];
}

/** Whoever sends a message sees it in the chat at once, before it is told of. */
export const hearSent: UpdateResolver = (result, _given, cache) => {
  const [payload] = Object.values(result as Record<string, { sentMessage?: Entity } | null>);
  if (!payload?.sentMessage) return;
  const conversation = cache.resolve(payload.sentMessage, "conversation");
  if (typeof conversation === "string") hear(cache, conversation, payload.sentMessage);
};

/** Puts a chat that changed where it belongs now, in all lists that were read. */
export function placeInLists(cache: Cache, chat: string): void {
  for (const { fieldName, fieldKey, arguments: given } of cache.inspectFields("Query")) {
    if (fieldName !== "conversations" || given?.after != null || given?.before != null) continue;
    const first = cache.resolve("Query", fieldKey);
    if (typeof first === "string") placeInList(cache, { first, given, chat });
  }
}

interface Placing {
  first: string;
  given: FieldArgs;
  chat: string;
}

function placeInList(cache: Cache, { first, given, chat }: Placing): void {
  const pages = pagesFrom(cache, { parent: "Query", field: "conversations", given, first });
  const holder = pages.find((page) => nodesOf(cache, page).includes(chat));
  const fits = belongs(cache, chat, given?.filter as ChatFilter | null) ?? holder !== undefined;
  const goesOn = pageInfoOf(cache, pages.at(-1) ?? first).hasNextPage;
  const isMoved = fits !== (holder !== undefined);
  const isCounted = cache.resolve(first, "totalCount") != null;
  // What cannot be known here: whether it was counted among those that were not read, and its place in another order.
  if ((isCounted && (isMoved || (holder === undefined && goesOn))) || (isMoved && given?.orderBy != null)) {
    cache.invalidate("Query", "conversations", given);
    return;
  }
  if (given?.orderBy != null || (holder === undefined && !fits)) return;
  const target = fits ? placeByTime(cache, pages, chat, goesOn) : undefined;
  if (holder !== undefined && holder !== target?.page) {
    cache.link(holder, "nodes", without(nodesOf(cache, holder), chat));
  }
  if (target !== undefined) {
    const others = without(nodesOf(cache, target.page), chat);
    const nodes = [...others.slice(0, target.place), chat, ...others.slice(target.place)];
    if (nodes.join() !== nodesOf(cache, target.page).join()) cache.link(target.page, "nodes", nodes);
  }
}

/** Before the first that is older; undefined when that place is on a page that was not read. */
function placeByTime(cache: Cache, pages: string[], chat: string, goesOn: boolean) {
  const timeOf = (key: string) => Date.parse(String(cache.resolve(key, "lastMessageAt")));
  const time = timeOf(chat);
  for (const page of pages) {
    const place = without(nodesOf(cache, page), chat).findIndex((key) => timeOf(key) <= time);
    if (place !== -1) return { page, place };
  }
  const last = pages.at(-1);
  return goesOn || last === undefined ? undefined : { page: last, place: without(nodesOf(cache, last), chat).length };
}

function without(keys: string[], key: string): string[] {
  return keys.filter((each) => each !== key);
}
