// One webhook: how it is, what it is told of, and everything that was sent to it.

import { Skeleton, Stack } from "@mantine/core";
import { Webhook as WebhookIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useHeard } from "@/api/useHeard";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Deliveries } from "./webhooks/Deliveries";
import { WEBHOOK } from "./webhooks/documents";
import { PausedNotice } from "./webhooks/PausedNotice";
import { WebhookActions } from "./webhooks/WebhookActions";
import { WebhookFacts } from "./webhooks/WebhookFacts";
import "./integrations.css";

export default function WebhookPage() {
  const { t } = useTranslation("integrations");
  const { id = "" } = useParams();
  const { data, isLoading, problem, refresh } = useRead(WEBHOOK, { id });
  useHeard(["webhook.changed"], refresh);
  const webhook = data?.webhook;
  return (
    <Page
      title={webhook?.name ?? t("webhooks.one")}
      parent={{ to: "/integrations?tab=webhooks", label: t("webhooks.title") }}
      actions={webhook && <WebhookActions webhook={webhook} />}
      width={1200}
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && (
        <Stack aria-busy>
          <Skeleton h={112} radius="lg" />
          <Skeleton h={360} radius="lg" />
        </Stack>
      )}
      {data !== undefined && webhook == null && (
        <div className="card">
          <EmptyState icon={WebhookIcon} title={t("webhooks.goneTitle")} advice={t("webhooks.goneAdvice")} />
        </div>
      )}
      {webhook && (
        <>
          <PausedNotice webhook={webhook} />
          <WebhookFacts webhook={webhook} />
          <Deliveries webhook={webhook} />
        </>
      )}
    </Page>
  );
}
