// Reading the messages before those that are shown; the cache joins the pages.

import { useCallback, useState } from "react";
import { useClient } from "urql";
import { useTell } from "@/ui/problems";
import { problemOf } from "@/api/problems";
import { EARLIER_MESSAGES, type Chat } from "../documents";

export function useEarlier(chat: Chat): {
  /** Undefined where the chat begins. */
  readEarlier: (() => void) | undefined;
  isReading: boolean;
} {
  const client = useClient();
  const tell = useTell();
  const [isReading, setIsReading] = useState(false);
  const [failedAt, setFailedAt] = useState<string>();
  const pageInfo = chat.messages?.pageInfo;
  const before = pageInfo?.hasPreviousPage ? pageInfo.startCursor : null;
  const readEarlier = useCallback(() => {
    // What failed is tried again when the reader asks for another page, not on and on.
    if (before === null || isReading || failedAt === before) return;
    setIsReading(true);
    void client
      .query(EARLIER_MESSAGES, { id: chat.id, before }, { requestPolicy: "network-only" })
      .toPromise()
      .then(({ error }) => {
        if (!error) return;
        setFailedAt(before);
        tell.problem(problemOf(error));
      })
      .finally(() => {
        setIsReading(false);
      });
  }, [client, chat.id, before, isReading, failedAt, tell]);
  return { readEarlier: before === null ? undefined : readEarlier, isReading };
}
