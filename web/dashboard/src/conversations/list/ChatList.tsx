// The list of chats, the newest on top: only those in sight are drawn, and the next ones are read on the way down.

import { Box, Button, Loader, Skeleton, Stack } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { MessagesSquare, SearchX } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice } from "@/ui/problems";
import { ChatRow } from "./ChatRow";
import type { useChats } from "./useChats";

const ROW_HEIGHT = 76;
const READ_ON_FROM = 8;

export interface ChatListProps {
  list: ReturnType<typeof useChats>;
  opened: string | undefined;
}

export function ChatList({ list, opened }: ChatListProps) {
  const { t } = useTranslation("conversations");
  const { chats, isLoading, problem, readOn, refresh, snippets, words } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const count = chats?.length ?? 0;
  // What it gives is asked anew with each drawing, as it wants.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => chats?.[index]?.id ?? index,
    overscan: 6,
    directDomUpdates: true,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (readOn && last >= count - READ_ON_FROM) readOn();
  }, [readOn, last, count]);

  const place = chats?.findIndex(({ id }) => id === opened) ?? -1;
  useEffect(() => {
    // On a phone the list is hidden behind the chat: there is nothing to scroll, and it would be found at its end.
    const isShown = (scroller.current?.clientHeight ?? 0) > 0;
    if (place >= 0 && isShown) virtual.scrollToIndex(place, { align: "auto" });
    // Only when another chat is opened: a list that moves is not to pull the reader along.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened, place >= 0]);

  const moveFocus = (event: KeyboardEvent) => {
    const here = Number(document.activeElement?.closest("[data-index]")?.getAttribute("data-index") ?? -1);
    const targets: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: count - 1 };
    const target = targets[event.key];
    if (target === undefined || target < 0 || target >= count) return;
    event.preventDefault();
    virtual.scrollToIndex(target, { align: "auto" });
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${String(target)}"] a`)?.focus();
    });
  };

  if (problem && chats === undefined) {
    return (
      <Box p="sm">
        <ProblemNotice problem={problem} onRetry={refresh} />
      </Box>
    );
  }
  if (isLoading) {
    return (
      <Stack gap={0} aria-busy role="status" aria-label={t("list.loading")}>
        {Array.from({ length: 8 }, (_, index) => (
          <Box key={index} className="chat-row" h={ROW_HEIGHT}>
            <Skeleton circle h={38} w={38} />
            <Stack gap={8} flex={1}>
              <Skeleton h={12} w="50%" />
              <Skeleton h={10} w="85%" />
            </Stack>
          </Box>
        ))}
      </Stack>
    );
  }
  if (count === 0) return <Nothing isFiltered={list.isFiltered} />;
  return (
    // Arrow keys move among the links within; each of them is reached by Tab as well.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} className="chat-list" onKeyDown={moveFocus}>
      <ul ref={virtual.containerRef} aria-label={t("list.label")}>
        {items.map(({ index, key }) => {
          const chat = chats?.[index];
          return chat === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              style={{ height: ROW_HEIGHT }}
              aria-setsize={readOn ? -1 : count}
              aria-posinset={index + 1}
            >
              <ChatRow chat={chat} isOpen={chat.id === opened} found={snippets.get(chat.id)} words={words} />
            </li>
          );
        })}
      </ul>
      {readOn && (
        <Box ta="center" py="sm">
          <Loader size="sm" role="status" aria-label={t("list.loading")} />
        </Box>
      )}
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const [, setParameters] = useSearchParams();
  if (!isFiltered) return <EmptyState icon={MessagesSquare} title={t("empty.title")} advice={t("empty.advice")} />;
  return (
    <EmptyState
      icon={SearchX}
      title={common("list.nothingFound")}
      advice={common("list.nothingFoundAdvice")}
      action={
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setParameters({});
          }}
        >
          {common("actions.clearFilters")}
        </Button>
      }
    />
  );
}
