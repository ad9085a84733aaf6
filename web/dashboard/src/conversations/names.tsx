// How a customer is called and shown in small.

import { Avatar } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Code, Words } from "@/ui/values";
import type { ChatInList } from "./documents";

const COLORS = ["brand", "blue", "grape", "orange", "teal", "pink", "indigo", "cyan"] as const;

type Customer = ChatInList["customer"];

/** As text alone, for labels. */
export function useCustomerName(): (customer: Customer) => string {
  const { t } = useTranslation("conversations");
  return (customer) => customer?.profileName || customer?.phone || t("nameless");
}

export function CustomerName({ customer }: { customer: Customer }) {
  const { t } = useTranslation("conversations");
  if (customer?.profileName) return <Words>{customer.profileName}</Words>;
  return customer?.phone ? <Code>{customer.phone}</Code> : <>{t("nameless")}</>;
}

export function CustomerAvatar({ customer, size = 38 }: { customer: Customer; size?: number }) {
  const place = Array.from(customer?.id ?? "").reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return (
    <Avatar size={size} radius="xl" color={COLORS[place % COLORS.length]} aria-hidden className="chat-face">
      {initials(customer?.profileName ?? "")}
    </Avatar>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const [first = "", second = ""] = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => Array.from(word ?? "")[0]);
  // Letters that join would make a word of two: those scripts get one.
  return (/^[A-Za-z]$/.test(first) ? `${first}${second}` : first).toUpperCase() || "#";
}
