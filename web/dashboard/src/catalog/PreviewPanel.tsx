// What a customer is sent, in each language that the shop offers: made by the server, word for word.

import { Button, Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { ChatPhone } from "@/ui/ChatPhone";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Words } from "@/ui/values";
import { CHAT_PREVIEW, type Service } from "./documents";
import { partsOf, usePlaces } from "./useCatalog";

export function PreviewPanel({ place, services }: { place: string; services: readonly Service[] | undefined }) {
  const { t } = useTranslation(["catalog", "common"]);
  const { settings } = useSession();
  const { go } = usePlaces();
  const [language, setLanguage] = useState(settings.defaultLanguage);
  const [kind, id] = partsOf(place);
  const of = {
    serviceId: kind === "service" ? id : null,
    packageId: kind === "package" ? id : null,
  };
  const name = nameOf(services, of);
  const { data, problem, isRefreshing, isLoading, refresh } = useRead(CHAT_PREVIEW, { ...of, language });
  useHeard(["catalog.changed"], refresh);
  const preview = data?.chatPreview;
  const isMenu = of.serviceId === null && of.packageId === null;
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <div className="catalog-words">
          <Text fz="sm" fw={640} className="clip">
            {isMenu ? t("preview.menu") : <Words>{name ?? t("preview.title")}</Words>}
          </Text>
          <Text fz="xs" className="muted">
            {t(isMenu ? "preview.menuWhat" : kind === "service" ? "preview.serviceWhat" : "preview.packageWhat")}
          </Text>
        </div>
        {preview && !isMenu && <Badge tone={preview.isOnSale ? "good" : "idle"}>{t(preview.isOnSale ? "shelf.active" : "preview.notYet")}</Badge>}
      </Group>
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
      <ChatPhone
        label={t("preview.phone")}
        messages={preview?.pages ?? []}
        isRefreshing={isRefreshing}
        notice={
          isLoading ? (
            <Skeleton h={120} w="80%" radius="md" />
          ) : problem ? (
            problem.code === "INVALID_INPUT" ? (
              <Text fz="sm" className="phone-notice">
                {t("preview.nothing")}
              </Text>
            ) : (
              <ProblemNotice problem={problem} onRetry={refresh} />
            )
          ) : undefined
        }
      />
      {(preview?.pages.length ?? 0) > 1 && (
        <Text fz="xs" className="muted">
          {t("preview.pages")}
        </Text>
      )}
      {!isMenu && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            go({ show: "menu" });
          }}
        >
          {t("preview.backToMenu")}
        </Button>
      )}
    </Stack>
  );
}

function nameOf(services: readonly Service[] | undefined, of: { serviceId: string | null; packageId: string | null }): string | undefined {
  if (of.serviceId !== null) return services?.find(({ id }) => id === of.serviceId)?.name;
  return services?.flatMap(({ packages }) => packages).find(({ id }) => id === of.packageId)?.name;
}
