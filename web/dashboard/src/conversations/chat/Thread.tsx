// The messages of a chat: only those in sight are drawn, older ones are read on the way up and nothing jumps.

import { Anchor, Button, Loader, Text } from "@mantine/core";
import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { ArrowDown } from "lucide-react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { notArrived, type Sending } from "../composer/outgoing";
import type { Chat, Message } from "../documents";
import { useDayName, useDayOf } from "../times";
import { Bubble } from "./Bubble";
import { OutgoingBubble } from "./OutgoingBubble";
import { rowsOf, type Row } from "./rows";
import type { Messages } from "./useMessages";

const READ_ON_FROM = 8;
const END_PIXELS = 80;
const TOP_PIXELS = 48;
/** Room for saying that the customer types. */
const BOTTOM_PIXELS = 30;

export interface ThreadProps {
  chat: Chat;
  read: Messages & { messages: readonly Message[] };
  sending: Sending;
  /** The message to show, from the address. */
  wanted: string | null;
  onWhy: (turn: string) => void;
}

export function Thread({ chat, read, sending, wanted, onWhy }: ThreadProps) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const { messages, readEarlier, isReadingEarlier, problem } = read;
  const { viewer } = useSession();
  const dayOf = useDayOf();
  const dayName = useDayName();
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const outgoing = notArrived(sending.outgoing, messages, viewer.staff.id);
  const waiting = outgoing.map(({ key, progress, stage }) => `${key}${stage}${String(progress)}`).join();
  // What is on its way is a new array each time; what is in it tells whether it changed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const rows = useMemo(() => rowsOf(messages, outgoing, dayOf), [messages, waiting, dayOf]);

  // What it gives is asked anew with each drawing, as it wants.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: END_PIXELS,
    paddingStart: TOP_PIXELS,
    paddingEnd: BOTTOM_PIXELS,
    directDomUpdates: true,
    useFlushSync: false,
    onChange: (instance) => {
      setIsAtEnd(instance.isAtEnd(END_PIXELS));
    },
  });
  useLayoutEffect(() => keepPlace(virtual), [virtual]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? READ_ON_FROM;

  // It opens at its end; before that the top is in sight, which is no wish for what came earlier.
  const isFilled = rows.length > 0;
  const [isOpened, setIsOpened] = useState(false);
  useLayoutEffect(() => {
    if (!isFilled) return;
    virtual.scrollToEnd();
    const frame = requestAnimationFrame(() => {
      setIsOpened(true);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [isFilled, virtual]);

  const isWanting = isOpened && first < READ_ON_FROM && problem === undefined;
  useEffect(() => {
    if (isWanting) readEarlier?.();
  }, [isWanting, readEarlier, messages]);

  // Whoever reads the newest goes on doing so when the field to write in grows.
  const wasAtEnd = useRef(true);
  useEffect(() => {
    if (scroller.current === null) return;
    const observer = new ResizeObserver(() => {
      if (wasAtEnd.current) virtual.scrollToEnd();
    });
    observer.observe(scroller.current);
    return () => {
      observer.disconnect();
    };
  }, [virtual]);

  const mine = outgoing.length;
  useEffect(() => {
    if (mine > 0) virtual.scrollToEnd();
  }, [mine, virtual]);

  const show = useCallback(
    (id: string) => {
      const index = rows.findIndex(({ key }) => key === id);
      if (index >= 0) virtual.scrollToIndex(index, { align: "center" });
      return index >= 0;
    },
    [rows, virtual],
  );
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (wanted === null || wanted === shown || !isOpened) return;
    // Not there yet: it is looked for further up, page by page.
    if (show(wanted)) setShown(wanted);
    else if (problem === undefined) readEarlier?.();
  }, [wanted, shown, isOpened, show, problem, readEarlier]);

  return (
    <div className="chat-thread-frame">
      {/* A long chat is scrolled by keyboard too. */}
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={scroller}
        className="chat-thread"
        tabIndex={0}
        role="region"
        aria-label={t("thread.label")}
        onScroll={() => {
          wasAtEnd.current = virtual.isAtEnd(END_PIXELS);
        }}
      >
        {/* eslint-enable jsx-a11y/no-noninteractive-tabindex */}
        <ul ref={virtual.containerRef} aria-busy={isReadingEarlier}>
          <li className="chat-thread-top" style={{ height: TOP_PIXELS }}>
            {isReadingEarlier && <Loader size="sm" role="status" aria-label={t("thread.readingEarlier")} />}
            {readEarlier === undefined && (
              <Text fz="xs" className="muted">
                {t("thread.beginning")}
              </Text>
            )}
            {problem && (
              <Text fz="xs" c="var(--app-bad)" role="alert">
                {t("thread.earlierFailed")}{" "}
                <Anchor component="button" fz="xs" onClick={readEarlier}>
                  {common("actions.retry")}
                </Anchor>
              </Text>
            )}
          </li>
          {items.map(({ index, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <li key={key} ref={virtual.measureElement} data-index={index}>
                {row.day !== undefined && (
                  <div className="chat-day">
                    <span>{dayName(row.day)}</span>
                  </div>
                )}
                {row.message === undefined ? (
                  <OutgoingBubble outgoing={row.outgoing} onRetry={sending.retry} onDiscard={sending.discard} />
                ) : (
                  <Bubble row={row} customer={chat.customer} isWanted={row.key === wanted} onQuoted={show} onWhy={onWhy} />
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {!isAtEnd && (
        <Button
          className="chat-to-end"
          size="xs"
          radius="xl"
          variant="default"
          leftSection={<ArrowDown size={14} aria-hidden />}
          onClick={() => {
            virtual.scrollToEnd();
          }}
        >
          {t("thread.toEnd")}
        </Button>
      )}
    </div>
  );
}

/**
 * What is above the reader may change its size: the first row of a page says its day no more when an older page comes.
 * By itself the virtualizer makes up for that only while nobody scrolls up, which is when pages come.
 */
function keepPlace(virtual: Virtualizer<HTMLDivElement, HTMLLIElement>): void {
  virtual.shouldAdjustScrollPositionOnItemSizeChange = ({ key, start, size }, _delta, { itemSizeCache, scrollOffset }) => {
    const fold = scrollOffset ?? 0;
    return itemSizeCache.has(key) ? start + size <= fold : start < fold;
  };
}

const MEDIA = new Set(["IMAGE", "VIDEO", "STICKER"]);

/** Near enough that the scroll bar hardly moves when rows are measured. */
function estimate(row: Row | undefined): number {
  if (row?.message === undefined) return 64;
  const lines = row.message.text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 58)), 0);
  return 38 + lines * 20 + (MEDIA.has(row.message.kind) ? 200 : 0) + (row.isFirst ? 22 : 0) + (row.day === undefined ? 0 : 40);
}
