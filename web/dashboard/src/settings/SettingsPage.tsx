// What staff set for the whole shop, part by part, and how the program is.

import { Alert, Skeleton, Stack } from "@mantine/core";
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Page } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Contents } from "./Contents";
import { SETTINGS } from "./documents";
import { SettingsForm } from "./SettingsForm";
import { SystemHealth } from "./SystemHealth";
import "./settings.css";

export default function SettingsPage() {
  const { t } = useTranslation(["settings", "common"]);
  const { can } = useSession();
  const isReadOnly = !can("settings:write");
  const { data, problem, refresh } = useRead(SETTINGS, {}, { requestPolicy: "cache-and-network" });
  return (
    <Page title={t("title")} description={t("description")} width={1080}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isReadOnly && (
        <Alert color="gray" icon={<Lock size={18} aria-hidden />}>
          {t("readOnly")}
        </Alert>
      )}
      <div className="settings">
        <Contents />
        <Stack gap="lg" miw={0}>
          {data?.settings && <SettingsForm settings={data.settings} isReadOnly={isReadOnly} />}
          {!data && !problem && (
            <Stack gap="lg" aria-label={t("common:list.loading")} role="status">
              <Skeleton h={420} radius="lg" />
              <Skeleton h={380} radius="lg" />
              <Skeleton h={420} radius="lg" />
            </Stack>
          )}
          <SystemHealth />
        </Stack>
      </div>
    </Page>
  );
}
