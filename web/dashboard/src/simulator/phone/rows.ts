// What the phone shows, line by line: days, bubbles of both sides, and reactions at what they were given to.

import type { Said } from "../documents";
import type { Pending } from "../useWriting";

export interface BubbleRow {
  key: string;
  /** A day that begins here. */
  day: string | null;
  isOurs: boolean;
  /** The first of a run of the same side. */
  isFirst: boolean;
  createdAt: string;
  message: Said | null;
  pending: Pending | null;
  quoted: Said | null;
  reactions: readonly string[];
}

export function rowsOf(messages: readonly Said[], pending: readonly Pending[], dayOf: (time: string) => string): BubbleRow[] {
  const byWhatsappId = new Map(messages.map((message) => [message.whatsappId, message]));
  const reactions = new Map<string, string[]>();
  for (const { kind, quotedWhatsappId, text } of messages) {
    if (kind === "REACTION" && quotedWhatsappId !== null) {
      reactions.set(quotedWhatsappId, [...(reactions.get(quotedWhatsappId) ?? []), text].filter(Boolean));
    }
  }
  const said = messages
    .filter(({ kind, quotedWhatsappId }) => kind !== "REACTION" || !byWhatsappId.has(quotedWhatsappId))
    .map((message) => ({ key: message.id, createdAt: message.createdAt, message, pending: null }));
  const waiting = pending
    .filter(({ whatsappId }) => whatsappId === null || !byWhatsappId.has(whatsappId))
    .map((each) => ({ key: each.key, createdAt: each.createdAt, message: null, pending: each }));
  let before: { isOurs: boolean; day: string } | null = null;
  return [...said, ...waiting].map(({ key, createdAt, message, pending: own }) => {
    const day = dayOf(createdAt);
    const isOurs = message === null || message.direction === "INBOUND";
    const isNewDay = day !== before?.day;
    const isFirst = isNewDay || isOurs !== before?.isOurs;
    before = { isOurs, day };
    return {
      key,
      day: isNewDay ? day : null,
      isOurs,
      isFirst,
      createdAt,
      message,
      pending: own,
      quoted: message?.quotedWhatsappId == null ? null : (byWhatsappId.get(message.quotedWhatsappId) ?? null),
      reactions: message?.whatsappId == null ? [] : (reactions.get(message.whatsappId) ?? []),
    };
  });
}
