// What was done in the shop, the newest first: by whom, to what, and what was so before and since.

import { Button, Skeleton } from "@mantine/core";
import { History, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { useAuditFilter } from "./auditFilter";
import { AuditFilters } from "./AuditFilters";
import { AUDIT } from "./documents";
import { EntryRow } from "./EntryRow";
import { useThings } from "./things";
import "./audit.css";

const SKELETONS = 8;

export default function Audit() {
  const { t } = useTranslation(["audit", "common"]);
  const chosen = useAuditFilter();
  const paging = usePaging();
  // What others did meanwhile is worth a question each time somebody looks.
  const { data, problem, refresh, isRefreshing } = useRead(
    AUDIT,
    { ...paging, filter: chosen.filter },
    { requestPolicy: "cache-and-network" },
  );
  const entries = data?.auditLogs?.nodes;
  const things = useThings(entries);
  return (
    <Page title={t("title")} description={t("description")} width={1180}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <div className="card">
        <AuditFilters chosen={chosen} things={things} />
        {entries?.length === 0 && <Nothing isFiltered={chosen.isFiltered} />}
        {entries === undefined && !problem && <Waiting />}
        {entries && entries.length > 0 && (
          <ol className="entries" aria-label={t("title")} aria-busy={isRefreshing}>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} things={things} />
            ))}
          </ol>
        )}
        <Pager pageInfo={data?.auditLogs?.pageInfo} total={data?.auditLogs?.totalCount} />
      </div>
    </Page>
  );
}

function Waiting() {
  const { t } = useTranslation("common");
  return (
    <div className="entries" role="status">
      <span className="visually-hidden">{t("list.loading")}</span>
      {Array.from({ length: SKELETONS }, (_, place) => (
        <div key={place} className="entry">
          <Skeleton h={16} />
          <Skeleton h={16} />
          <Skeleton h={38} />
        </div>
      ))}
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation(["audit", "common"]);
  const [, setParameters] = useSearchParams();
  if (!isFiltered) return <EmptyState icon={History} title={t("empty.title")} advice={t("empty.advice")} />;
  return (
    <EmptyState
      icon={SearchX}
      title={t("common:list.nothingFound")}
      advice={t("common:list.nothingFoundAdvice")}
      action={
        <Button
          variant="default"
          onClick={() => {
            setParameters({});
          }}
        >
          {t("common:actions.clearFilters")}
        </Button>
      }
    />
  );
}
