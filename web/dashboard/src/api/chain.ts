// Pages of one list that were read one after another, shown as one list: each begins where the one before it ends.
//
// Unlike urql's own `relayPagination`, pages are joined only where their cursors meet: when the first page was read anew
// and meets the others no more, they are left out until they are read again. So nothing is ever missing in between.

import type { Cache, FieldArgs, Resolver } from "@urql/exchange-graphcache";

/** For lists that are read on by scrolling down. Asked for with a cursor, a page is itself alone. */
export const joined: Resolver = (_parent, given, cache, { parentKey, fieldName }) => {
  const first = cache.resolve(parentKey, fieldName, given);
  if (typeof first !== "string" || given.after != null || given.before != null) return first;
  const pages = pagesFrom(cache, { parent: parentKey, field: fieldName, given, first });
  const { endCursor, hasNextPage } = pageInfoOf(cache, pages.at(-1) ?? first);
  return {
    __typename: cache.resolve(first, "__typename"),
    nodes: [...new Set(pages.flatMap((page) => nodesOf(cache, page)))],
    pageInfo: { __typename: "PageInfo", ...pageInfoOf(cache, first), endCursor, hasNextPage },
  };
};

interface FirstPage {
  parent: string;
  field: string;
  given: FieldArgs;
  first: string;
}

/** The keys of a first page and of those that go on from it. */
export function pagesFrom(cache: Cache, { parent, field, given, first }: FirstPage): string[] {
  const asked = withoutPlace(given);
  const following = new Map<unknown, string>();
  for (const { fieldName, fieldKey, arguments: args } of cache.inspectFields(parent)) {
    if (fieldName !== field || args?.after == null || withoutPlace(args) !== asked) continue;
    const page = cache.resolve(parent, fieldKey);
    if (typeof page === "string") following.set(args.after, page);
  }
  const pages = [first];
  for (let page: string | undefined = first; page !== undefined && pages.length <= following.size; ) {
    page = following.get(pageInfoOf(cache, page).endCursor);
    if (page !== undefined) pages.push(page);
  }
  return pages;
}

/** Everything but where a page begins. */
function withoutPlace(given: FieldArgs): string {
  return JSON.stringify(
    Object.entries(given ?? {})
      .filter(([name, value]) => name !== "after" && name !== "before" && value != null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The keys of a connection's nodes. */
export function nodesOf(cache: Cache, page: unknown): string[] {
  const nodes = typeof page === "string" ? (cache.resolve(page, "nodes") as unknown) : null;
  return Array.isArray(nodes) ? nodes.filter((node): node is string => typeof node === "string") : [];
}

export interface PlaceInList {
  startCursor: string | null;
  endCursor: string | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

export function pageInfoOf(cache: Cache, page: string): PlaceInList {
  const info = cache.resolve(page, "pageInfo");
  const read = (name: string) => (typeof info === "string" ? cache.resolve(info, name) : null) ?? null;
  return {
    startCursor: read("startCursor") as string | null,
    endCursor: read("endCursor") as string | null,
    hasNextPage: read("hasNextPage") === true,
    hasPreviousPage: read("hasPreviousPage") === true,
  };
}
