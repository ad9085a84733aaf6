// Who a chat is with, and over which number.

import { ActionIcon, Box, Group, Title, Tooltip } from "@mantine/core";
import { ChevronLeft, PanelRight } from "lucide-react";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Badge, type Tone } from "@/ui/Badge";
import { Code, Words } from "@/ui/values";
import type { Chat } from "../documents";
import { CustomerAvatar, CustomerName } from "../names";

const TONES: Record<Chat["status"], Tone> = { ACTIVE: "info", WAITING_PAYMENT: "warn", COMPLETED: "good", ABANDONED: "idle" };

interface ChatHeadProps {
  chat: Chat;
  ref: Ref<HTMLHeadingElement>;
  isBesideShown: boolean;
  onBeside: () => void;
}

export function ChatHead({ chat, ref, isBesideShown, onBeside }: ChatHeadProps) {
  const { t } = useTranslation("conversations");
  const [parameters] = useSearchParams();
  const { account, customer, status } = chat;
  const back = new URLSearchParams(parameters);
  back.delete("message");
  back.delete("turn");
  return (
    <Group component="header" className="chat-head" wrap="nowrap" gap="sm">
      <ActionIcon
        component={Link}
        to={{ pathname: "/conversations", search: back.toString() }}
        className="chat-back"
        size="lg"
        aria-label={t("backToList")}
      >
        <ChevronLeft size={20} aria-hidden className="turned" />
      </ActionIcon>
      <CustomerAvatar customer={customer} />
      <Box miw={0} flex={1}>
        <Title order={2} ref={ref} tabIndex={-1} className="chat-head-name clip">
          <CustomerName customer={customer} />
        </Title>
        <p className="chat-head-facts clip muted">
          {customer?.phone && customer.profileName !== "" && <Code>{customer.phone}</Code>}
          {account && (
            <span>
              {t("via")} <Words>{account.name}</Words>
            </span>
          )}
        </p>
      </Box>
      {customer?.blockedAt != null && <Badge tone="bad">{t("blocked")}</Badge>}
      <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
      <Tooltip label={t("beside.toggle")}>
        <ActionIcon size="lg" aria-label={t("beside.toggle")} aria-pressed={isBesideShown} onClick={onBeside}>
          <PanelRight size={18} aria-hidden className="turned" />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
