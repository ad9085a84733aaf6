// The conversation lab: scripted customers that show whether the assistant still sells as it should.

import { Button, Group, Select, Switch } from "@mantine/core";
import { FlaskConical, ListChecks, Plus, SearchX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { AssistantSelect } from "./AssistantSelect";
import { SCENARIOS } from "./documents";
import { Progressing } from "./list/Progressing";
import { useScenarioColumns } from "./list/useScenarioColumns";
import { ScenarioForm } from "./script/ScenarioForm";
import { SCRIPT_LANGUAGES } from "./script/values";
import { useChoice, useRunner, useUnderWay } from "./useRunning";
import "./scenarios.css";

export default function Scenarios() {
  const { t } = useTranslation(["scenarios", "common"]);
  const navigate = useNavigate();
  const { can } = useSession();
  const [search, setSearch] = useFilter("search");
  const [language, setLanguage] = useFilter("language");
  const [changed, setChanged] = useFilter("changed");
  const [made, setMade] = useFilter("new");
  const form = useKept(made);
  const [choice, setChoice] = useChoice();
  const [batch, setBatch] = useState<string[]>([]);
  const { isStarting, run, runAll } = useRunner(choice);
  const filter = { search, language, hasChanged: changed === null ? null : true };
  const { data, problem, refresh, isRefreshing } = useRead(SCENARIOS, { ...usePaging(50), filter });
  const underWay = useUnderWay(refresh);
  useHeard(["scenario.changed"], refresh);
  const columns = useScenarioColumns({ underWay, onRun: (id) => void run(id) });
  const mayWrite = can("scenarios:write");
  const total = data?.scenarios?.totalCount ?? 0;
  const isFiltered = search !== null || language !== null || changed !== null;

  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        mayWrite && (
          <>
            <AssistantSelect choice={choice} onChange={setChoice} />
            <Button
              variant="default"
              leftSection={<ListChecks size={16} aria-hidden />}
              loading={isStarting}
              onClick={() => void runAll(total).then(setBatch)}
            >
              {t("all.run")}
            </Button>
            <Button
              leftSection={<Plus size={16} aria-hidden />}
              onClick={() => {
                setMade("1");
              }}
            >
              {t("new")}
            </Button>
          </>
        )
      }
      width={1200}
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <Progressing underWay={underWay} batch={batch} />
      <div className="card">
        <Group p="sm" gap="sm">
          <SearchField label={t("search")} value={search} onSearch={setSearch} className="scenarios-search" />
          <Select
            size="sm"
            w={150}
            aria-label={t("common:fields.language")}
            placeholder={t("anyLanguage")}
            clearable
            clearButtonProps={{ "aria-label": t("common:actions.clear") }}
            data={SCRIPT_LANGUAGES.map((value) => ({ value, label: t(`common:languages.${value}`) }))}
            value={language}
            onChange={setLanguage}
          />
          <Switch
            label={t("onlyChanged")}
            checked={changed !== null}
            onChange={(event) => {
              setChanged(event.currentTarget.checked ? "1" : null);
            }}
          />
        </Group>
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.scenarios?.nodes}
          isRefreshing={isRefreshing}
          linkTo={({ id }) => `/scenarios/${id}`}
          empty={
            isFiltered ? (
              <EmptyState icon={SearchX} title={t("common:list.nothingFound")} advice={t("common:list.nothingFoundAdvice")} />
            ) : (
              <EmptyState icon={FlaskConical} title={t("empty")} advice={t("emptyAdvice")} />
            )
          }
        />
        <Pager pageInfo={data?.scenarios?.pageInfo} total={data?.scenarios?.totalCount} />
      </div>
      {mayWrite && (
        <ScenarioForm
          key={form.times}
          isOpen={form.isOpen}
          onClose={() => {
            setMade(null);
          }}
          onMade={(id) => void navigate(`/scenarios/${id}?tab=script`)}
        />
      )}
    </Page>
  );
}
