// Whether the customer types, and what they wrote while somebody listens instead of looking.

import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "@/api/useLive";
import { CUSTOMER_TYPING, type Chat, type Message } from "../documents";
import { useCustomerName } from "../names";

// WhatsApp tells of the end of typing, but not when the line is cut meanwhile.
const LONGEST_TYPING_MILLISECONDS = 25_000;

export function News({ chat, newest }: { chat: Chat; newest: Message }) {
  const { t } = useTranslation("conversations");
  const customerName = useCustomerName();
  const name = customerName(chat.customer);
  const [known] = useState(newest.id);
  const [typing, setTyping] = useState<{ since: number; newest: string }>();
  useLive(
    CUSTOMER_TYPING,
    { id: chat.id },
    {
      onTold: ({ customerTyping }) => {
        setTyping(customerTyping?.isTyping ? { since: Date.now(), newest: newest.id } : undefined);
      },
    },
  );
  useEffect(() => {
    if (typing === undefined) return;
    const timer = setTimeout(() => {
      setTyping(undefined);
    }, LONGEST_TYPING_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [typing]);
  // Who sent what they typed has ceased to type.
  const isTyping = typing !== undefined && typing.newest === newest.id;
  const isNews = newest.id !== known && newest.author === "CUSTOMER";
  return (
    <div className="chat-typing">
      {isTyping && (
        <p>
          <span className="chat-dots" aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {t("typing", { name })}
        </p>
      )}
      <p className="visually-hidden" aria-live="polite">
        {isNews && t("newMessage", { name, words: newest.text || t(`kinds.${newest.kind}`) })}
      </p>
    </div>
  );
}
