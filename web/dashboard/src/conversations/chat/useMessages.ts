// The messages of a chat: the newest page, which grows as they come, and those before it, page by page.
//
// Each page is asked for by itself: in a chat of ten thousand a message that moves lets one page be read anew, not all.

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import { problemOf, type Problem } from "@/api/problems";
import { useRead } from "@/ui/useRead";
import { MESSAGES, type Message } from "../documents";

interface Page {
  nodes: readonly Message[];
  end: string | null;
}

interface Earlier {
  pages: readonly Page[];
  isReading: boolean;
  problem: Problem | undefined;
}

/** The pages before the one that ends at a cursor. */
class EarlierPages {
  private state: Earlier = { pages: [], isReading: false, problem: undefined };
  private readonly followed: (() => void)[] = [];
  private tell: () => void = () => undefined;

  constructor(
    private readonly client: Client,
    private readonly chat: string,
    private readonly start: string | null,
  ) {}

  readonly watch = (tell: () => void): (() => void) => {
    this.tell = tell;
    return () => {
      this.tell = () => undefined;
    };
  };

  readonly current = (): Earlier => this.state;

  get end(): string | null {
    const last = this.state.pages.at(-1);
    return last === undefined ? this.start : last.end;
  }

  readonly readOn = (): void => {
    const after = this.end;
    // What failed is not tried on and on, but when it is asked for again.
    if (after === null || this.state.isReading) return;
    const place = this.state.pages.length;
    this.change({ isReading: true, problem: undefined });
    const asked = this.client.query(MESSAGES, { id: this.chat, after }, { requestPolicy: "cache-and-network" });
    const { unsubscribe } = asked.subscribe(({ data, error, stale }) => {
      if (error) this.change({ isReading: false, problem: problemOf(error) });
      if (!data?.messages || stale) return;
      const { nodes, pageInfo } = data.messages;
      const page = { nodes, end: pageInfo.hasNextPage ? pageInfo.endCursor : null };
      const pages = [...this.state.pages.slice(0, place), page, ...this.state.pages.slice(place + 1)];
      this.change({ pages, isReading: place === this.state.pages.length ? false : this.state.isReading });
    });
    this.followed.push(unsubscribe);
  };

  readonly close = (): void => {
    for (const stop of this.followed.splice(0)) stop();
    this.state = { pages: [], isReading: false, problem: undefined };
  };

  private change(changes: Partial<Earlier>): void {
    this.state = { ...this.state, ...changes };
    this.tell();
  }
}

export interface Messages {
  /** The oldest first; undefined while nothing of them is known. */
  messages: readonly Message[] | undefined;
  /** Undefined where the chat begins. */
  readEarlier: (() => void) | undefined;
  isReadingEarlier: boolean;
  problem: Problem | undefined;
  refresh: () => void;
}

export function useMessages(chat: string): Messages {
  const client = useClient();
  const { data, problem, refresh } = useRead(MESSAGES, { id: chat });
  const newest = data?.messages;
  const start = newest?.pageInfo.hasNextPage ? newest.pageInfo.endCursor : null;
  // Pages that were read from another end on do not meet this one.
  const earlier = useMemo(() => new EarlierPages(client, chat, start), [client, chat, start]);
  useEffect(() => earlier.close, [earlier]);
  const { pages, isReading, problem: earlierProblem } = useSyncExternalStore(earlier.watch, earlier.current);
  const messages = useMemo(
    () => (newest ? [...newest.nodes, ...pages.flatMap(({ nodes }) => nodes)].reverse() : undefined),
    [newest, pages],
  );
  const end = pages.length === 0 ? start : (pages.at(-1)?.end ?? null);
  return {
    messages,
    readEarlier: end === null ? undefined : earlier.readOn,
    isReadingEarlier: isReading,
    problem: earlierProblem ?? (newest ? undefined : problem),
    refresh,
  };
}
