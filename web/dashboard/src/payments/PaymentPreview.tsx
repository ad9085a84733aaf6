// What a customer who has to pay is told, in each currency and language: made by the server, word for word.

import { Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { ChatPhone } from "@/ui/ChatPhone";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { PREVIEW, type Method } from "./documents";

export function PaymentPreview({ methods }: { methods: readonly Method[] | undefined }) {
  const { t } = useTranslation(["payments", "common"]);
  const { settings } = useSession();
  const [language, setLanguage] = useState(settings.defaultLanguage);
  const [currency, setCurrency] = useState(settings.currency);
  const { data, isLoading, isRefreshing, problem, refresh } = useRead(PREVIEW, { currency, language });
  useHeard(["payment_config.changed"], refresh);
  const currencies = [...new Set([settings.currency, ...(methods ?? []).map((method) => method.currency)])];
  const preview = data?.paymentPreview;
  return (
    <aside className="payments-preview" aria-label={t("preview.title")}>
      <Stack gap="sm">
        <div>
          <Text fz="sm" fw={640}>
            {t("preview.title")}
          </Text>
          <Text fz="xs" className="muted">
            {t("preview.what")}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" grow>
          <Select
            size="sm"
            aria-label={t("common:fields.language")}
            value={language}
            allowDeselect={false}
            onChange={(value) => {
              setLanguage(value ?? settings.defaultLanguage);
            }}
            data={settings.offeredLanguages.map((value) => ({
              value,
              label: t(`common:languages.${value}` as "common:languages.en", { defaultValue: value }),
            }))}
          />
          {currencies.length > 1 && (
            <Select
              size="sm"
              aria-label={t("common:fields.currency")}
              value={currency}
              allowDeselect={false}
              onChange={(value) => {
                setCurrency(value ?? settings.currency);
              }}
              data={currencies}
            />
          )}
        </Group>
        <ChatPhone
          label={t("preview.phone")}
          messages={preview ? [preview.text] : []}
          isRefreshing={isRefreshing}
          notice={
            isLoading ? (
              <Skeleton h={180} w="80%" radius="md" />
            ) : problem ? (
              <ProblemNotice problem={problem} onRetry={refresh} />
            ) : undefined
          }
        />
        {preview?.methodCount === 0 && (
          <Text fz="xs" c="var(--app-warn)" role="status">
            {t("preview.none", { currency })}
          </Text>
        )}
      </Stack>
    </aside>
  );
}
