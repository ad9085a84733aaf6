// What is on the customer's phone: what was said before, what is said now, and what is on its way.

import { useMemo, useState } from "react";
import { useLive } from "@/api/useLive";
import { useRead } from "@/ui/useRead";
import { CHAT_BEFORE, CUSTOMERS, SAID_NOW, SAID_OTHERWISE, type Said } from "./documents";
import type { Person } from "./person";

const ARRIVED = new Set<Said["state"]>(["RECEIVED", "SENT", "DELIVERED", "READ"]);
const ON_ITS_WAY = new Set<Said["state"]>(["QUEUED", "SENDING"]);
const LOST = new Set<Said["state"]>(["FAILED", "AMBIGUOUS"]);

export interface SimulatedChat {
  /** Who writes, as the shop knows them; null before their first message. */
  customerId: string | null;
  isLoading: boolean;
  /** Of both sides, as far as they are on this phone. */
  messages: readonly Said[];
  /** Messages of the shop that never came. */
  lost: readonly Said[];
  isShopWriting: boolean;
  /** The newest turn of the assistant in this chat. */
  lastTurn: string | null;
}

export function useChat(accountId: string, person: Person): SimulatedChat {
  const [told, setTold] = useState<ReadonlyMap<string, Said>>(new Map());
  const words = person.phone || person.name;
  const { data: found, isLoading: isFinding } = useRead(CUSTOMERS, { account: accountId, words });
  const heard = [...told.values()].find(({ customer }) => customer !== null)?.customer?.id;
  const customerId = heard ?? found?.customers?.nodes.find(({ lid }) => lid === person.lid)?.id ?? null;
  const { data: before, isLoading: isReading } = useRead(
    CHAT_BEFORE,
    { account: accountId, customer: customerId ?? "" },
    { pause: customerId === null },
  );
  const hear = (message: Said) => {
    if (message.customer?.lid === person.lid) setTold((all) => new Map(all).set(message.id, message));
  };
  useLive(SAID_NOW, { account: accountId }, {
    onTold: ({ messageAdded }) => {
      if (messageAdded) hear(messageAdded.message);
    },
  });
  useLive(SAID_OTHERWISE, { account: accountId }, {
    onTold: ({ messageChanged }) => {
      if (messageChanged) hear(messageChanged.message);
    },
  });
  const all = useMemo(() => {
    const known = new Map((before?.messages?.nodes ?? []).map((message) => [message.id, message]));
    for (const message of told.values()) known.set(message.id, message);
    return [...known.values()].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  }, [before, told]);
  return {
    customerId,
    isLoading: isFinding || (customerId !== null && isReading),
    messages: all.filter(({ state }) => ARRIVED.has(state)),
    lost: all.filter(({ state }) => LOST.has(state)),
    isShopWriting: all.some(({ direction, state }) => direction === "OUTBOUND" && ON_ITS_WAY.has(state)),
    lastTurn: all.findLast(({ turn }) => turn !== null)?.turn?.id ?? null,
  };
}
