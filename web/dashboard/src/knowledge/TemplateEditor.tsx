// One sentence in one language, and how a customer reads it, with an order's own values.

import { Badge as Word, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { ChatPhone } from "@/ui/ChatPhone";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { SearchX } from "lucide-react";
import { useLanguageName } from "./languages";
import { nameOfKey } from "./names";
import {
  RECENT_ORDERS,
  TEMPLATE,
  TEMPLATE_PREVIEW,
  TEMPLATE_RESET,
  TEMPLATE_RESTORE,
  TEMPLATE_UPDATE,
  type Template,
} from "./text-documents";
import { TextEditor } from "./TextEditor";
import { Unused } from "./Unused";
import { useTextEditing } from "./useTextEditing";
import { useVersions } from "./useVersions";
import { Versions } from "./Versions";

export function TemplateEditor({ id }: { id: string }) {
  const { t } = useTranslation("knowledge");
  const { data, isLoading, problem, refresh } = useRead(TEMPLATE, { id });
  const template = data?.node;
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (isLoading) return <Skeleton h={320} radius="lg" />;
  if (!template || !("shippedText" in template)) {
    return <EmptyState icon={SearchX} title={t("texts.gone")} />;
  }
  return <Opened template={template} refresh={refresh} />;
}

function Opened({ template, refresh }: { template: Template; refresh: () => void }) {
  const { t } = useTranslation("knowledge");
  const nameOf = useLanguageName();
  const [update] = useChange(TEMPLATE_UPDATE);
  const [restore] = useChange(TEMPLATE_RESTORE);
  const [reset] = useChange(TEMPLATE_RESET);
  const { id, version: expectedVersion } = template;
  const title = nameOfKey(template.key);
  const editing = useTextEditing(template, template.variables, title, async (asked) => {
    const { problem } = await update({ input: { id, ...asked } });
    if (problem?.code === "TEXT_CHANGED") refresh();
    return problem;
  });
  const versions = useVersions({
    restore: async (version) => (await restore({ input: { id, version, expectedVersion, idempotencyKey: newKey() } })).problem,
    reset: async () => (await reset({ input: { id, expectedVersion, idempotencyKey: newKey() } })).problem,
    onOvertaken: refresh,
  });
  return (
    <div className="texts-pair">
      <TextEditor
        title={title}
        aside={
          <Word variant="default" tt="none" fw={500}>
            {nameOf(template.language)}
          </Word>
        }
        version={template.version}
        updatedAt={template.updatedAt}
        isShipped={template.isShipped}
        variables={template.variables.map((name) => ({ name }))}
        editing={editing}
        minRows={5}
        onReset={() => void versions.askReset()}
        onVersions={versions.open}
      />
      <Preview template={template} text={editing.settled} isSound={editing.unknown.length === 0} />
      <Versions
        title={t("texts.versionsOf", { name: title })}
        current={template.text}
        newest={template.version}
        versions={template.versions}
        state={versions}
      />
    </div>
  );
}

function Preview({ template, text, isSound }: { template: Template; text: string; isSound: boolean }) {
  const { t } = useTranslation("knowledge");
  const { can } = useSession();
  const mayOrders = can("orders:read");
  const [orderId, setOrderId] = useState<string | null>(null);
  const { data: known } = useRead(RECENT_ORDERS, {}, { pause: !mayOrders });
  const isReady = isSound && text.trim() !== "";
  const { data, isLoading, isRefreshing, problem } = useRead(TEMPLATE_PREVIEW, { id: template.id, text, orderId }, { pause: !isReady });
  const preview = data?.messageTemplatePreview;
  const orders = known?.orders?.nodes ?? [];
  return (
    <Stack gap="sm" className="texts-preview" component="aside" aria-label={t("texts.preview")}>
      {mayOrders && orders.length > 0 && (
        <Select
          size="sm"
          label={t("texts.withOrder")}
          placeholder={t("texts.madeUp")}
          clearable
          clearButtonProps={{ "aria-label": t("texts.madeUp") }}
          value={orderId}
          onChange={setOrderId}
          data={orders.map(({ id, number, packageName }) => ({ value: id, label: `${number} · ${packageName}` }))}
        />
      )}
      <ChatPhone
        label={t("texts.preview")}
        messages={preview ? [preview.text] : []}
        isRefreshing={isRefreshing}
        notice={
          isReady && isLoading ? (
            <Skeleton h={80} w="80%" radius="md" />
          ) : problem ? (
            <ProblemNotice problem={problem} />
          ) : !isReady && !preview ? (
            <Text fz="sm" className="texts-notice">
              {t("texts.noPreview")}
            </Text>
          ) : undefined
        }
      />
      <Unused names={preview?.unusedVariables ?? []} />
    </Stack>
  );
}
