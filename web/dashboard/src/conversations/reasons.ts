// Why a person should look at a chat, in words.

import { useTranslation } from "react-i18next";
import type { ChatInList } from "./documents";

export function useAttention(): (reason: NonNullable<ChatInList["attention"]>) => string {
  const { t } = useTranslation("conversations");
  return (reason) => t(`attention.${reason}`);
}
