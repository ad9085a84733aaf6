// All notices, the newest first; what is looked at counts as seen.

import { Button, SegmentedControl, Skeleton, Stack } from "@mantine/core";
import { BellOff, CheckCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { NoticeLine } from "./NoticeLine";
import { useKept } from "./useKept";
import { useLooking } from "./useLooking";
import { NOTICE, useSeeing } from "./useNotices";
import "./notices.css";

const NOTICES = graphql(
  `
    query Notices($first: Int, $after: String, $last: Int, $before: String, $filter: NoticeFilter) {
      notices(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...NoticeLine
        }
      }
    }
  `,
  [NOTICE],
);

const VIEWS = {
  all: {},
  unseen: { isSeen: false, isResolved: false },
  resolved: { isResolved: true },
} as const;
type View = keyof typeof VIEWS;

export default function Notices() {
  const { t } = useTranslation("notices");
  const { can } = useSession();
  const [wanted, setWanted] = useFilter("show");
  const view: View = wanted !== null && wanted in VIEWS ? (wanted as View) : "all";
  const paging = usePaging();
  const { data, isLoading, problem, refresh } = useRead(NOTICES, { ...paging, filter: VIEWS[view] });
  const list = data?.notices;
  const entries = useKept(list?.nodes, list?.pageInfo.hasNextPage ?? false, JSON.stringify([view, paging]));
  const { see } = useSeeing();
  const watch = useLooking(see);
  return (
    <Page title={t("title")} description={t("description")} width={980} actions={can("self:manage") && <SeeAll />}>
      <SegmentedControl
        aria-label={t("show")}
        value={view}
        onChange={(next) => {
          setWanted(next === "all" ? null : next);
        }}
        data={(Object.keys(VIEWS) as View[]).map((value) => ({ value, label: t(`views.${value}`) }))}
        className="notices-views"
      />
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && <Waiting />}
      {entries?.length === 0 && (
        <div className="card">
          <EmptyState icon={BellOff} title={t(`nothing.${view}.title`)} advice={t(`nothing.${view}.advice`)} />
        </div>
      )}
      {entries && entries.length > 0 && (
        <div className="card">
          <ul className="notices" aria-label={t("title")}>
            {entries.map((entry) => (
              <NoticeLine key={entry.notice.id} entry={entry} watch={can("self:manage") ? watch : undefined} />
            ))}
          </ul>
          <Pager pageInfo={list?.pageInfo} total={list?.totalCount} />
        </div>
      )}
    </Page>
  );
}

function SeeAll() {
  const { t } = useTranslation("notices");
  const { seeAll } = useSeeing();
  const tell = useTell();
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Button
      variant="default"
      loading={isBusy}
      leftSection={<CheckCheck size={16} aria-hidden />}
      onClick={() => {
        setIsBusy(true);
        void seeAll()
          .then((problem) => {
            if (problem) tell.problem(problem);
          })
          .finally(() => {
            setIsBusy(false);
          });
      }}
    >
      {t("seeAll")}
    </Button>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" aria-busy>
      <Skeleton h={92} radius="md" aria-label={t("list.loading")} />
      <Skeleton h={92} radius="md" />
      <Skeleton h={92} radius="md" />
    </Stack>
  );
}
