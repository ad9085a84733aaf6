// The addresses that are told of what happens in the shop.

import { Box, Button, Group, Text } from "@mantine/core";
import { Plus, SearchX, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useHeard } from "@/api/useHeard";
import { DataTable, type Column } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { Ago, Code, Words } from "@/ui/values";
import { WEBHOOKS, type Webhook } from "./documents";
import { SecretShown } from "./SecretShown";
import { WebhookBadge } from "./StateBadges";
import { WebhookForm, type NewSecret } from "./WebhookForm";

export function Webhooks() {
  const { t } = useTranslation(["integrations", "common"]);
  const navigate = useNavigate();
  const [search, setSearch] = useFilter("search");
  const [edited, setEdited] = useFilter("webhook");
  const [made, setMade] = useState<NewSecret | null>(null);
  const form = useKept(edited);
  const columns = useColumns();
  const { data, problem, refresh, isRefreshing } = useRead(WEBHOOKS, { ...usePaging(), filter: { search } });
  useHeard(["webhook.changed"], refresh);
  const add = (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      onClick={() => {
        setEdited("new");
      }}
    >
      {t("webhooks.new")}
    </Button>
  );
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <div className="card">
        <Group p="sm" gap="sm">
          <SearchField label={t("webhooks.search")} value={search} onSearch={setSearch} className="integrations-search" />
          <Group ms="auto">{add}</Group>
        </Group>
        <DataTable
          label={t("webhooks.title")}
          columns={columns}
          rows={data?.webhooks?.nodes}
          isRefreshing={isRefreshing}
          linkTo={({ id }) => `/integrations/webhooks/${id}`}
          empty={
            search === null ? (
              <EmptyState icon={WebhookIcon} title={t("webhooks.empty")} advice={t("webhooks.emptyAdvice")} />
            ) : (
              <EmptyState icon={SearchX} title={t("common:list.nothingFound")} advice={t("common:list.nothingFoundAdvice")} />
            )
          }
        />
        <Pager pageInfo={data?.webhooks?.pageInfo} total={data?.webhooks?.totalCount} />
      </div>
      <WebhookForm
        key={form.times}
        isOpen={form.isOpen}
        onClose={() => {
          setEdited(null);
        }}
        onMade={setMade}
      />
      {made && (
        <SecretShown
          secret={made.secret}
          onClose={() => {
            setMade(null);
            void navigate(`/integrations/webhooks/${made.webhook.id}`);
          }}
        />
      )}
    </>
  );
}

function useColumns(): Column<Webhook>[] {
  const { t } = useTranslation(["integrations", "common"]);
  return [
    {
      key: "name",
      header: t("common:fields.name"),
      render: ({ name, url }) => (
        <Box className="integrations-name">
          <Text fz="sm" fw={600}>
            <Words>{name}</Words>
          </Text>
          <Text fz="xs" className="muted" fw={400}>
            <Code>{url}</Code>
          </Text>
        </Box>
      ),
    },
    {
      key: "state",
      header: t("common:fields.status"),
      render: (webhook) => <WebhookBadge webhook={webhook} />,
    },
    {
      key: "events",
      header: t("webhooks.events"),
      from: "sm",
      render: ({ eventTypes }) => (
        <Text fz="sm">{eventTypes.length === 0 ? t("webhooks.allEvents") : t("webhooks.eventCount", { count: eventTypes.length })}</Text>
      ),
    },
    {
      key: "failing",
      header: t("webhooks.failingSince"),
      from: "md",
      render: ({ failingSince }) => (
        <Text fz="sm" className="muted">
          {failingSince === null ? "–" : <Ago time={failingSince} />}
        </Text>
      ),
    },
    {
      key: "made",
      header: t("madeBy"),
      from: "lg",
      render: ({ createdAt, createdBy }) => (
        <>
          <Text fz="sm">{createdBy ? <Words>{createdBy.name}</Words> : t("byProgram")}</Text>
          <Text fz="xs" className="muted">
            <Ago time={createdAt} />
          </Text>
        </>
      ),
    },
  ];
}
