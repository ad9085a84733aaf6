// A customer's phone, as small as it must be to read on it what the shop sends.

import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { useSession } from "@/session/session";
import { WhatsappText } from "./WhatsappText";
import "./chat.css";

export interface ChatPhoneProps {
  /** What it shows, for screen readers. */
  label: string;
  /** The messages, the first one first. */
  messages: readonly string[];
  /** Whether newer ones are on their way; those that are shown stay. */
  isRefreshing?: boolean;
  /** Instead of messages. */
  notice?: ReactNode;
}

export function ChatPhone({ label, messages, isRefreshing = false, notice }: ChatPhoneProps) {
  const { businessName } = useSession().settings;
  const name = businessName || "Parley";
  return (
    <section className="phone" aria-label={label} aria-busy={isRefreshing}>
      <div className="phone-head">
        <span className="phone-face" aria-hidden>
          {Array.from(name)[0]}
        </span>
        <bdi className="clip">{name}</bdi>
        {isRefreshing && <Loader size={14} color="currentColor" ms="auto" aria-hidden />}
      </div>
      {/* A long chat is scrolled by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="phone-chat" tabIndex={0} role="group" aria-label={label}>
        {notice ??
          messages.map((message, place) => (
            <div key={place} className="phone-message">
              <WhatsappText>{message}</WhatsappText>
            </div>
          ))}
      </div>
    </section>
  );
}
