// What was sent to a webhook and is to be sent, the newest first.

import { Box, Group, Select, Text } from "@mantine/core";
import { Inbox, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { DataTable, type Column } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { useFresh } from "@/ui/useFresh";
import { useRead } from "@/ui/useRead";
import { Ago, Code, When } from "@/ui/values";
import { DeliveryDrawer } from "./DeliveryDrawer";
import { DELIVERIES, EVENT_TYPES, type DeliveryRow, type Webhook } from "./documents";
import { DeliveryBadge } from "./StateBadges";
import { useFailureText } from "./useFailureText";

const STATES = ["WAITING", "DELIVERED", "FAILED"] as const;
// Deliveries come and go without events of their own: they would be told to webhooks in turn.
const FRESH_MILLISECONDS = 3000;

export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(["integrations", "common"]);
  const [parameters] = useSearchParams();
  const [stateInAddress, setState] = useFilter("state");
  const [eventType, setEventType] = useFilter("event");
  const [opened, setOpened] = useFilter("delivery");
  const state = STATES.find((each) => each === stateInAddress) ?? null;
  const columns = useColumns();
  const { data: known } = useRead(EVENT_TYPES, {});
  const filter = { webhookId: webhook.id, state, eventType };
  const { data, problem, refresh, isRefreshing } = useRead(DELIVERIES, { ...usePaging(), filter });
  useFresh(refresh, FRESH_MILLISECONDS);
  const types = webhook.eventTypes.length > 0 ? webhook.eventTypes : (known?.knownEventTypes ?? []);
  const openAt = (id: string) => {
    const next = new URLSearchParams(parameters);
    next.set("delivery", id);
    return `?${next.toString()}`;
  };
  return (
    <Box component="section" className="card" aria-label={t("deliveries.title")}>
      <Group p="md" pb="sm" gap="sm">
        <Text component="h2" fz={17} fw={640} me="auto">
          {t("deliveries.title")}
        </Text>
        <Select
          size="sm"
          aria-label={t("common:fields.status")}
          placeholder={t("deliveries.anyState")}
          clearable
          clearButtonProps={{ "aria-label": t("common:actions.clear") }}
          data={STATES.map((value) => ({ value, label: t(`deliveries.state.${value}`) }))}
          value={state}
          onChange={setState}
        />
        <Select
          size="sm"
          aria-label={t("deliveries.event")}
          placeholder={t("deliveries.anyEvent")}
          clearable
          clearButtonProps={{ "aria-label": t("common:actions.clear") }}
          searchable
          data={[...types]}
          value={eventType}
          onChange={setEventType}
        />
      </Group>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <DataTable
        label={t("deliveries.title")}
        columns={columns}
        rows={data?.webhookDeliveries?.nodes}
        isRefreshing={isRefreshing}
        linkTo={({ id }) => openAt(id)}
        empty={
          state === null && eventType === null ? (
            <EmptyState icon={Inbox} title={t("deliveries.empty")} advice={t("deliveries.emptyAdvice")} />
          ) : (
            <EmptyState icon={SearchX} title={t("common:list.nothingFound")} advice={t("common:list.nothingFoundAdvice")} />
          )
        }
      />
      <Pager pageInfo={data?.webhookDeliveries?.pageInfo} />
      <DeliveryDrawer
        id={opened}
        onClose={() => {
          setOpened(null);
        }}
      />
    </Box>
  );
}

function useColumns(): Column<DeliveryRow>[] {
  const { t } = useTranslation(["integrations", "common"]);
  const failureText = useFailureText();
  return [
    {
      key: "event",
      header: t("deliveries.event"),
      render: ({ eventType, createdAt }) => (
        <>
          <Code>{eventType}</Code>
          <Text fz="xs" className="muted" fw={400} hiddenFrom="sm">
            <Ago time={createdAt} />
          </Text>
        </>
      ),
    },
    { key: "state", header: t("common:fields.status"), render: (delivery) => <DeliveryBadge delivery={delivery} /> },
    {
      key: "answer",
      header: t("deliveries.answer"),
      from: "sm",
      render: ({ lastError, lastStatus }) => (
        <Text fz="sm" className={lastError === null ? undefined : "delivery-error"}>
          {lastError === null ? <Code>{lastStatus ?? "–"}</Code> : failureText(lastError, lastStatus)}
        </Text>
      ),
    },
    { key: "attempts", header: t("deliveries.attempts"), align: "end", from: "md", render: ({ attempts }) => <span className="num">{attempts}</span> },
    {
      key: "next",
      header: t("deliveries.next"),
      from: "lg",
      render: ({ nextAttemptAt, state }) => (
        <Text fz="sm" className="muted">
          {state === "WAITING" && nextAttemptAt !== null ? <Ago time={nextAttemptAt} /> : "–"}
        </Text>
      ),
    },
    {
      key: "when",
      header: t("common:fields.when"),
      from: "sm",
      render: ({ createdAt }) => (
        <Text fz="sm" className="muted">
          <When time={createdAt} />
        </Text>
      ),
    },
  ];
}
