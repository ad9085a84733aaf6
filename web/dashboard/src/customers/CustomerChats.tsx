// The conversations with one customer, the newest first.

import { Group, Text } from "@mantine/core";
import { MessagesSquare } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Badge, type Tone } from "@/ui/Badge";
import { DataTable, type Column } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Section } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Ago } from "@/ui/values";
import { CUSTOMER_CHATS, type CustomerChat } from "./documents";
import { FIRST_SHOWN, More } from "./More";
import { Total } from "./Total";

const TONES: Record<CustomerChat["status"], Tone> = {
  ACTIVE: "info",
  WAITING_PAYMENT: "warn",
  COMPLETED: "good",
  ABANDONED: "idle",
};

export function CustomerChats({ customerId }: { customerId: string }) {
  const { t } = useTranslation(["customers", "common"]);
  const [last, setLast] = useState(FIRST_SHOWN);
  const columns = useColumns();
  const { data, problem, refresh, isRefreshing } = useRead(
    CUSTOMER_CHATS,
    { id: customerId, last },
    { requestPolicy: "cache-and-network" },
  );
  const chats = data?.customer?.conversations;
  return (
    <Section title={t("chats.title")} aside={<Total count={chats?.totalCount} />}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {!problem && (
        <div className="flush">
          <DataTable
            label={t("chats.title")}
            columns={columns}
            rows={chats ? [...chats.nodes].reverse() : undefined}
            linkTo={({ id }) => `/conversations/${id}`}
            isRefreshing={isRefreshing}
            empty={<EmptyState icon={MessagesSquare} title={t("chats.none")} />}
          />
        </div>
      )}
      <More hasMore={chats?.pageInfo.hasPreviousPage} last={last} isBusy={isRefreshing} onMore={setLast} />
    </Section>
  );
}

function useColumns(): Column<CustomerChat>[] {
  const { t } = useTranslation(["customers", "common"]);
  const format = useFormat();
  return [
    { key: "began", header: t("chats.began"), render: ({ createdAt }) => format.dateTime(createdAt) },
    {
      key: "status",
      header: t("common:fields.status"),
      render: ({ status, unreadCount }) => (
        <Group gap={4}>
          <Badge tone={TONES[status]}>{t(`chats.status.${status}`)}</Badge>
          {unreadCount > 0 && (
            <Text fz="xs" className="muted">
              {t("chats.unread", { count: unreadCount })}
            </Text>
          )}
        </Group>
      ),
    },
    {
      key: "answers",
      header: t("chats.answers"),
      from: "sm",
      render: ({ answeredBy }) => t(`chats.answeredBy.${answeredBy}`),
    },
    { key: "last", header: t("chats.last"), align: "end", from: "sm", render: ({ lastMessageAt }) => <Ago time={lastMessageAt} /> },
  ];
}
