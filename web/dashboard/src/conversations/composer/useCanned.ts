// Canned replies by "/" and a few letters.

import { useState, type KeyboardEvent } from "react";
import { graphql, type ResultOf } from "@/api/graphql";
import { useRead } from "@/ui/useRead";

export const CANNED = graphql(`
  query CannedReplies {
    cannedReplies(first: 100) {
      nodes {
        id
        shortcut
        language
        text
      }
    }
  }
`);

export type Canned = NonNullable<ResultOf<typeof CANNED>["cannedReplies"]>["nodes"][number];

const SLASH = /^\/(\S*)$/u;
const MOST_SHOWN = 8;

export interface CannedChoice {
  isOpen: boolean;
  isLoading: boolean;
  found: Canned[];
  active: Canned | undefined;
  /** Whether the key was for the menu. */
  onKeyDown: (event: KeyboardEvent, choose: (text: string) => void) => boolean;
}

/** Those in the customer's language come first. */
export function useCanned(text: string, language: string | null): CannedChoice {
  const letters = SLASH.exec(text)?.[1]?.toLowerCase();
  const { data, isLoading } = useRead(CANNED, {}, { pause: letters === undefined });
  const [place, setPlace] = useState(0);
  const [closedAt, setClosedAt] = useState<string>();
  const [before, setBefore] = useState(letters);
  if (before !== letters) {
    setBefore(letters);
    setPlace(0);
  }
  const found = letters === undefined ? [] : matching(data?.cannedReplies?.nodes ?? [], letters, language);
  const isOpen = letters !== undefined && closedAt !== text;
  const active = found[Math.min(place, found.length - 1)];
  const onKeyDown: CannedChoice["onKeyDown"] = (event, choose) => {
    if (!isOpen) return false;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && found.length > 0) {
      setPlace((found.indexOf(active ?? found[0] as Canned) + move + found.length) % found.length);
    } else if (event.key === "Escape") {
      setClosedAt(text);
    } else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && active) {
      choose(active.text);
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  };
  return { isOpen, isLoading, found, active, onKeyDown };
}

function matching(replies: readonly Canned[], letters: string, language: string | null): Canned[] {
  const rank = (reply: Canned) =>
    (reply.language === language ? 0 : 2) + (reply.shortcut.toLowerCase().startsWith(letters) ? 0 : 1);
  return replies
    .filter(({ shortcut, text }) => `${shortcut} ${text}`.toLowerCase().includes(letters))
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, MOST_SHOWN);
}
