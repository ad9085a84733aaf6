// What was typed and not sent, kept for each chat while this tab lives.

import { useCallback, useState } from "react";

const PREFIX = "parley-draft:";

export function draftOf(chat: string): string {
  return sessionStorage.getItem(PREFIX + chat) ?? "";
}

export function useDraft(chat: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => draftOf(chat));
  const keep = useCallback(
    (text: string) => {
      setDraft(text);
      if (text === "") sessionStorage.removeItem(PREFIX + chat);
      else sessionStorage.setItem(PREFIX + chat, text);
    },
    [chat],
  );
  return [draft, keep];
}
