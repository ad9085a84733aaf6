// The list of chats as its address asks for it; it is read on while somebody scrolls, and follows what happens.

import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { useClient } from "urql";
import type { VariablesOf } from "@/api/graphql";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { CHATS, FOUND_MESSAGES, type ChatInList } from "../documents";

export const VIEWS = ["all", "unread", "attention", "mine", "unassigned"] as const;
export type View = (typeof VIEWS)[number];
export const STATUSES = ["ACTIVE", "WAITING_PAYMENT", "COMPLETED", "ABANDONED"] as const;
export const ANSWERERS = ["AI", "HUMAN", "PAUSED"] as const;

type Filter = NonNullable<VariablesOf<typeof CHATS>["filter"]>;

function oneOf<Value extends string>(values: readonly Value[], given: string | null): { in: Value[] } | undefined {
  const value = values.find((each) => each === given);
  return value === undefined ? undefined : { in: [value] };
}

/** Undefined in it is left out of what is asked. */
function filterFrom(parameters: URLSearchParams, me: string): Filter {
  const view = parameters.get("view");
  const tag = parameters.get("tag");
  const account = parameters.get("number");
  const search = parameters.get("search");
  const status = oneOf(STATUSES, parameters.get("status"));
  const answeredBy = oneOf(ANSWERERS, parameters.get("answers"));
  return {
    ...(view === "unread" && { isUnread: true }),
    ...(view === "attention" && { needsAttention: true }),
    ...(view === "mine" && { assignedToId: me }),
    ...(view === "unassigned" && { isAssigned: false }),
    ...(status && { status }),
    ...(answeredBy && { answeredBy }),
    ...(tag !== null && { tag }),
    ...(account !== null && { accountId: account }),
    ...(search !== null && { search }),
  };
}

export function useChats(opened: string | undefined) {
  const client = useClient();
  const { viewer } = useSession();
  const [parameters] = useSearchParams();
  const asked = parameters.toString();
  const filter = useMemo(() => filterFrom(new URLSearchParams(asked), viewer.staff.id), [asked, viewer.staff.id]);
  const { data, isLoading, isRefreshing, problem, refresh } = useRead(CHATS, { filter });
  const [isReadingOn, setIsReadingOn] = useState(false);
  const pageInfo = data?.conversations?.pageInfo;
  const end = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  const readOn = useCallback(() => {
    if (end === null || isReadingOn) return;
    setIsReadingOn(true);
    void client
      .query(CHATS, { filter, after: end }, { requestPolicy: "network-only" })
      .toPromise()
      .finally(() => {
        setIsReadingOn(false);
      });
  }, [client, end, filter, isReadingOn]);
  const chats = useKept(data?.conversations?.nodes, opened, JSON.stringify(filter));
  const words = filter.search ?? "";
  return {
    chats,
    snippets: useSnippets(words),
    words,
    isLoading,
    isRefreshing,
    problem,
    refresh,
    readOn: end === null ? undefined : readOn,
    isFiltered: Object.keys(filter).length > 0,
  };
}

/** The chat that is open stays in a list that it left by being looked at, such as that of unread ones. */
function useKept(nodes: ChatInList[] | undefined, opened: string | undefined, list: string): ChatInList[] | undefined {
  const [seen, setSeen] = useState<{ list: string; chat: ChatInList; place: number }>();
  const place = nodes?.findIndex(({ id }) => id === opened) ?? -1;
  const chat = nodes?.[place];
  if (chat !== undefined && (seen?.chat !== chat || seen.place !== place || seen.list !== list)) {
    setSeen({ list, chat, place });
  }
  if (nodes === undefined || chat !== undefined || seen?.list !== list || seen.chat.id !== opened) return nodes;
  return [...nodes.slice(0, seen.place), { ...seen.chat, unreadCount: 0 }, ...nodes.slice(seen.place)];
}

function useSnippets(words: string): ReadonlyMap<string, { id: string; text: string }> {
  const { data } = useRead(FOUND_MESSAGES, { words }, { pause: words === "" });
  return useMemo(() => {
    const found = new Map<string, { id: string; text: string }>();
    for (const { id, text, conversation } of (words === "" ? undefined : data?.messages?.nodes) ?? []) {
      if (!found.has(conversation.id)) found.set(conversation.id, { id, text });
    }
    return found;
  }, [data, words]);
}
