// One scenario: how its runs went, and its script.

import { Skeleton, Stack, Tabs } from "@mantine/core";
import { FlaskConical, History, ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useHeard } from "@/api/useHeard";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Words } from "@/ui/values";
import { SCENARIO } from "./documents";
import { Runs } from "./runs/Runs";
import { ScenarioActions } from "./ScenarioActions";
import { ScriptView } from "./script/ScriptView";
import "./scenarios.css";

export default function ScenarioPage() {
  const { t } = useTranslation("scenarios");
  const { id = "" } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const { data, isLoading, problem, refresh } = useRead(SCENARIO, { id });
  useHeard(["scenario.changed"], refresh);
  const tab = parameters.get("tab") === "script" ? "script" : "runs";
  const scenario = data?.node?.__typename === "Scenario" ? data.node : null;
  return (
    <Page
      title={scenario?.name ?? t("one")}
      description={scenario && <Words>{scenario.description}</Words>}
      parent={{ to: "/scenarios", label: t("title") }}
      actions={scenario && <ScenarioActions scenario={scenario} />}
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && (
        <Stack aria-busy>
          <Skeleton h={40} w={260} radius="md" />
          <Skeleton h={420} radius="lg" />
        </Stack>
      )}
      {data !== undefined && scenario === null && (
        <div className="card">
          <EmptyState icon={FlaskConical} title={t("gone")} advice={t("goneAdvice")} />
        </div>
      )}
      {scenario && (
        <Tabs
          value={tab}
          keepMounted={false}
          onChange={(value) => {
            setParameters(value === "script" ? { tab: value } : {});
          }}
        >
          <Tabs.List mb="md">
            <Tabs.Tab value="runs" leftSection={<History size={16} aria-hidden />}>
              {t("runs.title")}
            </Tabs.Tab>
            <Tabs.Tab value="script" leftSection={<ScrollText size={16} aria-hidden />}>
              {t("script.title")}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="runs">
            <Runs scenario={scenario} results={scenario.results ?? []} onEnd={refresh} />
          </Tabs.Panel>
          <Tabs.Panel value="script">
            <ScriptView script={scenario} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}
