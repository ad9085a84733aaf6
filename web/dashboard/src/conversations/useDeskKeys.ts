// j and k open the next and the previous chat, r goes to the field to reply in.

import { useHotkeys } from "@mantine/hooks";
import { useNavigate, useSearchParams } from "react-router";
import type { ChatInList } from "./documents";

export function useDeskKeys(chats: readonly ChatInList[] | undefined, opened: string | undefined): void {
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const open = (step: 1 | -1) => {
    const place = chats?.findIndex(({ id }) => id === opened) ?? -1;
    const next = chats?.[place === -1 ? 0 : place + step];
    if (next === undefined) return;
    const search = new URLSearchParams(parameters);
    search.delete("message");
    search.delete("turn");
    void navigate({ pathname: `/conversations/${next.id}`, search: search.toString() });
  };
  useHotkeys([
    ["j", () => { open(1); }],
    ["k", () => { open(-1); }],
    ["r", () => { document.getElementById("chat-composer")?.focus(); }],
  ]);
}
