// The one WebSocket of a page. Subscriptions that declare `$after` and select `cursor` go on where they were cut.

import { createClient, type FormattedExecutionResult, type SubscribePayload } from "graphql-ws";
import { hasEnded, isAccessEnding, renewed } from "./renewal";
import { Watched } from "./watched";

export type ConnectionState = "connecting" | "live" | "cut";

const FORBIDDEN = 4403;
const LONGEST_WAIT_MILLISECONDS = 15_000;
const PING_MILLISECONDS = 12_000;

export const connection = new Watched<ConnectionState>("connecting");
/** Counts how often the log could not be followed any further: all that is shown must be read anew. */
export const resyncs = new Watched(0);

/** What was heard last by any subscription: who reads something now and follows it from here misses nothing. */
export const heardUntil = new Watched<string | undefined>(undefined);

let isRefused = false;

function address(): string {
  return new URL("/graphql", location.href).href.replace(/^http/, "ws");
}

export const socket = createClient({
  url: address,
  lazy: true,
  keepAlive: PING_MILLISECONDS,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => !hasEnded.value,
  retryWait: (attempt) => pause(Math.min(LONGEST_WAIT_MILLISECONDS, 400 * 2 ** attempt) * (0.7 + Math.random() * 0.6)),
  connectionParams: async () => {
    if (isRefused || isAccessEnding()) {
      isRefused = false;
      if (!(await renewed())) hasEnded.set(true);
    }
    return {};
  },
  on: {
    connected: () => {
      connection.set("live");
    },
    closed: (event) => {
      if (isClose(event) && event.code === FORBIDDEN) isRefused = true;
      connection.set("cut");
    },
  },
});

/** Whoever looks at the page again wants it live at once, not after the longest wait. */
let wake: (() => void) | null = null;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    wake = done;
    function done() {
      clearTimeout(timer);
      wake = null;
      resolve();
    }
  });
}

window.addEventListener("online", () => wake?.());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") wake?.();
});

interface Sink {
  next: (result: FormattedExecutionResult) => void;
  error: (error: unknown) => void;
  complete: () => void;
}

/** Follows a subscription through any number of reconnections, without a gap or a repeat. */
export function follow(asked: { query: string; variables: Record<string, unknown> }, sink: Sink): () => void {
  // The client sends this very object again when it reconnects: what was heard last is written into it.
  const payload = { query: asked.query, variables: { ...asked.variables } } satisfies SubscribePayload;
  let stop = start();

  function start(): () => void {
    return socket.subscribe(payload, {
      next: (result) => {
        if (mustReadAnew(result)) {
          delete (payload.variables as Record<string, unknown>).after;
          resyncs.set(resyncs.value + 1);
          return;
        }
        const cursor = cursorOf(result);
        if (cursor !== undefined) {
          (payload.variables as Record<string, unknown>).after = cursor;
          heardUntil.set(cursor);
        }
        sink.next(result as FormattedExecutionResult);
      },
      error: (problem) => {
        if (mustReadAnew({ errors: Array.isArray(problem) ? problem : [] })) {
          delete (payload.variables as Record<string, unknown>).after;
          resyncs.set(resyncs.value + 1);
          stop = start();
          return;
        }
        sink.error(problem);
      },
      complete: () => {
        sink.complete();
      },
    });
  }

  return () => {
    stop();
  };
}

interface Heard {
  data?: Record<string, unknown> | null;
  errors?: readonly { extensions?: Record<string, unknown> }[];
}

function cursorOf({ data }: Heard): string | undefined {
  const [event] = Object.values(data ?? {});
  if (typeof event !== "object" || event === null || !("cursor" in event)) return undefined;
  return typeof event.cursor === "string" ? event.cursor : undefined;
}

function mustReadAnew({ errors }: Heard): boolean {
  return (errors ?? []).some(({ extensions }) => {
    return extensions?.code === "CURSOR_EXPIRED" || extensions?.code === "RESYNC_REQUIRED";
  });
}

function isClose(event: unknown): event is { code: number } {
  return typeof event === "object" && event !== null && "code" in event;
}
