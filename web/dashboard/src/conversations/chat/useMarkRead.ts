// What somebody looks at is read: also what comes while they look.

import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect } from "react";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { MARK_READ } from "../changes";
import type { Chat } from "../documents";

export function useMarkRead({ id, unreadCount, lastMessageAt }: Chat): void {
  const { can } = useSession();
  const visibility = useDocumentVisibility();
  const [markRead] = useChange(MARK_READ);
  const isDue = unreadCount > 0 && visibility === "visible" && can("conversations:write");
  useEffect(() => {
    if (isDue) void markRead({ id });
    // Each message that comes is another to be read.
  }, [isDue, id, lastMessageAt, markRead]);
}
