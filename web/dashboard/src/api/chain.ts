// Pages of one list that were read one after another, shown as one list: each begins where the one before it ends.
//
// Unlike urql's own `relayPagination`, pages are joined only where their cursors meet: when the first page was read anew
// and meets the others no more, they are left out until they are read again. So nothing is ever missing in between.

import type { Cache, FieldArgs, Resolver } from "@urql/exchange-graphcache";

/** From which cursor on the next page was asked for, and where a page says that there is a next one. */
const WAYS = {
  after: { end: "endCursor", more: "hasNextPage" },
  before: { end: "startCursor", more: "hasPreviousPage" },
} as const;

export type Way = keyof typeof WAYS;

interface Joined {
  way: Way;
  /** Keys of nodes that came after the pages were read, to stand at the list's end. */
  later?: (cache: Cache, parent: string, nodes: readonly string[]) => string[];
}

/** For lists that are read on by scrolling. Asked for with a cursor, a page is itself alone. */
export function joined({ way, later = () => [] }: Joined): Resolver {
  return (_parent, given, cache, { parentKey, fieldName }) => {
    const first = cache.resolve(parentKey, fieldName, given);
    if (typeof first !== "string" || given.after != null || given.before != null) return first;
    const pages = pagesFrom(cache, { parent: parentKey, field: fieldName, given, first }, way);
    const last = pages.at(-1) ?? first;
    const inOrder = way === "before" ? [...pages].reverse() : pages;
    const nodes = [...new Set(inOrder.flatMap((page) => nodesOf(cache, page)))];
    return {
      __typename: cache.resolve(first, "__typename"),
      nodes: [...nodes, ...later(cache, parentKey, nodes)],
      pageInfo: {
        __typename: "PageInfo",
        ...pageInfoOf(cache, first),
        [WAYS[way].end]: pageInfoOf(cache, last)[WAYS[way].end],
        [WAYS[way].more]: pageInfoOf(cache, last)[WAYS[way].more],
      },
    };
  };
}

interface FirstPage {
  parent: string;
  field: string;
  given: FieldArgs;
  first: string;
}

/** The keys of a first page and of those that go on from it. */
export function pagesFrom(cache: Cache, { parent, field, given, first }: FirstPage, way: Way): string[] {
  const asked = withoutPlace(given);
  const following = new Map<unknown, string>();
  for (const { fieldName, fieldKey, arguments: args } of cache.inspectFields(parent)) {
    if (fieldName !== field || args?.[way] == null || withoutPlace(args) !== asked) continue;
    const page = cache.resolve(parent, fieldKey);
    if (typeof page === "string") following.set(args[way], page);
  }
  const pages = [first];
  for (let page: string | undefined = first; page !== undefined && pages.length <= following.size; ) {
    page = following.get(pageInfoOf(cache, page)[WAYS[way].end]);
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
