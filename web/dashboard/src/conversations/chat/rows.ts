// The rows of a chat: days between messages, who speaks on, reactions at what they were given to.

import type { Message } from "../documents";
import type { Outgoing } from "../composer/outgoing";

export interface MessageRow {
  key: string;
  message: Message;
  outgoing?: undefined;
  /** A time of the day that begins here. */
  day: string | undefined;
  /** Whether somebody else spoke before, or long ago. */
  isFirst: boolean;
  reactions: readonly string[];
  quoted: Message | "elsewhere" | undefined;
}

export interface OutgoingRow {
  key: string;
  message?: undefined;
  outgoing: Outgoing;
  day: string | undefined;
  isFirst: boolean;
}

export type Row = MessageRow | OutgoingRow;

const PAUSE_MILLISECONDS = 5 * 60_000;
// No time zone's day begins within a quarter of an hour.
const QUARTER_MILLISECONDS = 15 * 60_000;

export function rowsOf(messages: readonly Message[], outgoing: readonly Outgoing[], dayOf: (time: number) => string): Row[] {
  const byWhatsappId = new Map(messages.map((message) => [message.whatsappId, message]));
  const reactions = reactionsTo(messages, byWhatsappId);
  const days = new Map<number, string>();
  const dayAt = (time: number) => {
    const quarter = Math.floor(time / QUARTER_MILLISECONDS);
    const day = days.get(quarter) ?? dayOf(time);
    days.set(quarter, day);
    return day;
  };
  let before: { author: string; time: number; day: string } | undefined;
  const place = (author: string, createdAt: string) => {
    const time = Date.parse(createdAt);
    const day = dayAt(time);
    const isNewDay = day !== before?.day;
    const isFirst = isNewDay || author !== before?.author || time - before.time > PAUSE_MILLISECONDS;
    before = { author, time, day };
    return { day: isNewDay ? createdAt : undefined, isFirst };
  };
  const rows: Row[] = [];
  for (const message of messages) {
    if (message.kind === "REACTION" && byWhatsappId.has(message.quotedWhatsappId)) continue;
    const { quotedWhatsappId } = message;
    rows.push({
      key: message.id,
      message,
      ...place(`${message.author} ${message.staff?.id ?? ""}`, message.createdAt),
      reactions: reactions.get(message.whatsappId) ?? NONE,
      quoted: quotedWhatsappId === null ? undefined : (byWhatsappId.get(quotedWhatsappId) ?? "elsewhere"),
    });
  }
  for (const each of outgoing) rows.push({ key: each.key, outgoing: each, ...place("outgoing", each.createdAt) });
  return rows;
}

const NONE: readonly string[] = [];

/** Of each side the last one counts; without an emoji it was taken back. */
function reactionsTo(
  messages: readonly Message[],
  byWhatsappId: ReadonlyMap<string | null, Message>,
): Map<string | null, string[]> {
  const last = new Map<string | null, Map<string, string>>();
  for (const { detail, direction, kind, quotedWhatsappId, text } of messages) {
    if (kind !== "REACTION" || !byWhatsappId.has(quotedWhatsappId)) continue;
    const sides = last.get(quotedWhatsappId) ?? new Map<string, string>();
    const { emoji } = detail as { emoji?: unknown };
    sides.set(direction, typeof emoji === "string" ? emoji : text);
    last.set(quotedWhatsappId, sides);
  }
  return new Map([...last].map(([id, sides]) => [id, [...sides.values()].filter((emoji) => emoji !== "")]));
}
