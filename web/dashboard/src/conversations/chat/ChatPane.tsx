// An open chat: who it is with, what was said, who answers, and a place to write.

import { Box, Skeleton, Stack } from "@mantine/core";
import { SearchX } from "lucide-react";
import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Composer } from "../composer/Composer";
import { useSending } from "../composer/outgoing";
import { CHAT, type Chat } from "../documents";
import { AnsweringBar } from "./AnsweringBar";
import { AttentionBar } from "./AttentionBar";
import { ChatHead } from "./ChatHead";
import { News } from "./News";
import { Thread } from "./Thread";
import { useMarkRead } from "./useMarkRead";
import { useMessages } from "./useMessages";

export interface ChatPaneProps {
  id: string;
  isBesideShown: boolean;
  onBeside: () => void;
  onWhy: (turn: string) => void;
}

export function ChatPane({ id, ...more }: ChatPaneProps) {
  const { t } = useTranslation("conversations");
  const { data, isLoading, problem, refresh } = useRead(CHAT, { id });
  if (problem && !data?.conversation) {
    return (
      <Box p="md">
        <ProblemNotice problem={problem} onRetry={refresh} />
      </Box>
    );
  }
  if (isLoading) return <Loading />;
  if (!data?.conversation) return <EmptyState icon={SearchX} title={t("gone.title")} advice={t("gone.advice")} />;
  return <OpenChat chat={data.conversation} {...more} />;
}

function OpenChat({ chat, isBesideShown, onBeside, onWhy }: { chat: Chat } & Omit<ChatPaneProps, "id">) {
  const { can } = useSession();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const onElsewhere = useCallback((other: string) => void navigate(`/conversations/${other}`), [navigate]);
  const sending = useSending(chat.id, onElsewhere);
  const read = useMessages(chat.id);
  const newest = read.messages?.at(-1);
  const head = useRef<HTMLHeadingElement>(null);
  useMarkRead(chat);

  // On a phone the chat takes the place of the list, in which the reader was.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) head.current?.focus();
  }, []);

  const mayWrite = can("conversations:write");
  return (
    <>
      <ChatHead chat={chat} ref={head} isBesideShown={isBesideShown} onBeside={onBeside} />
      {chat.attention && <AttentionBar chat={chat} reason={chat.attention} />}
      {read.messages === undefined ? (
        <Box flex={1}>{read.problem ? <ProblemNotice problem={read.problem} onRetry={read.refresh} /> : <Loading />}</Box>
      ) : (
        <Thread chat={chat} read={{ ...read, messages: read.messages }} sending={sending} wanted={parameters.get("message")} onWhy={onWhy} />
      )}
      {newest && <News chat={chat} newest={newest} />}
      <AnsweringBar chat={chat} />
      {mayWrite && (
        <Composer
          chat={chat}
          onSend={(text, files) => {
            sending.send(text, files, newest?.id);
          }}
        />
      )}
    </>
  );
}

function Loading() {
  const { t } = useTranslation("conversations");
  return (
    <Stack p="md" role="status" aria-busy aria-label={t("thread.loading")}>
      {[52, 36, 84, 36, 60].map((height, index) => (
        <Skeleton key={index} h={height} w="56%" radius="lg" ms={index % 2 === 0 ? undefined : "auto"} />
      ))}
    </Stack>
  );
}
