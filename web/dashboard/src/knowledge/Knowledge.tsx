// What customers ask often, and what they are answered; with a box that shows which entry a question finds.

import { Button, Group, SegmentedControl, Select, Skeleton, Stack } from "@mantine/core";
import { BookOpenText, Plus, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { ENTRIES } from "./documents";
import { EntryForm } from "./EntryForm";
import { EntryList } from "./EntryList";
import { useLanguageChoices } from "./languages";
import { TryIt } from "./TryIt";
import "./knowledge.css";

// As many as the API gives at once: entries are put in order as a whole.
const PAGE = 100;
const NEW = "new";

export default function Knowledge() {
  const { t } = useTranslation(["knowledge", "common"]);
  const { can } = useSession();
  const mayWrite = can("knowledge:write");
  const [search, setSearch] = useFilter("search");
  const [language, setLanguage] = useFilter("language");
  const [use, setUse] = useFilter("use");
  const [form, setForm] = useFilter("form");
  const kept = useKept(form);
  const languages = useLanguageChoices();
  const isActive = use === null ? null : use === "active";
  const { data, isLoading, problem, refresh } = useRead(ENTRIES, { ...usePaging(PAGE), search, language, isActive });
  useHeard(["knowledge_entry.changed"], refresh);
  const entries = data?.knowledgeEntries?.nodes;
  const pageInfo = data?.knowledgeEntries?.pageInfo;
  const isFiltered = search !== null || language !== null || use !== null;
  const isWhole = !isFiltered && !pageInfo?.hasNextPage && !pageInfo?.hasPreviousPage;
  const opened = entries?.find(({ id }) => id === kept.value);
  // `new:…` carries the question that nobody had an answer to.
  const isNew = kept.value?.split(":", 1)[0] === NEW;
  const make = (question = "") => {
    setForm(question === "" ? NEW : `${NEW}:${question}`);
  };
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        mayWrite && (
          <Button
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => {
              make();
            }}
          >
            {t("new")}
          </Button>
        )
      }
    >
      <div className="knowledge">
        <Stack gap="md" miw={0}>
          <Group gap="sm">
            <SearchField label={t("search")} value={search} onSearch={setSearch} className="knowledge-search" />
            <Select
              size="sm"
              w={160}
              aria-label={t("common:fields.language")}
              placeholder={t("anyLanguage")}
              clearable
              clearButtonProps={{ "aria-label": t("common:actions.clear") }}
              value={language}
              onChange={setLanguage}
              data={languages}
            />
            <SegmentedControl
              size="sm"
              aria-label={t("use.label")}
              value={use ?? "all"}
              onChange={(value) => {
                setUse(value === "all" ? null : value);
              }}
              data={(["all", "active", "unused"] as const).map((value) => ({ value, label: t(`use.${value}`) }))}
            />
          </Group>
          {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
          {isLoading && <Waiting />}
          {entries?.length === 0 && (
            <div className="card">
              {isFiltered ? (
                <EmptyState icon={SearchX} title={t("common:list.nothingFound")} advice={t("common:list.nothingFoundAdvice")} />
              ) : (
                <EmptyState
                  icon={BookOpenText}
                  title={t("empty.title")}
                  advice={t("empty.advice")}
                  action={
                    mayWrite && (
                      <Button
                        mt="sm"
                        onClick={() => {
                          make();
                        }}
                      >
                        {t("new")}
                      </Button>
                    )
                  }
                />
              )}
            </div>
          )}
          {entries && entries.length > 0 && (
            <div className="card knowledge-card">
              <EntryList entries={entries} isFixed={!mayWrite || !isWhole} onEdit={setForm} />
              <Pager pageInfo={pageInfo} total={data?.knowledgeEntries?.totalCount} />
            </div>
          )}
        </Stack>
        <TryIt onMissing={mayWrite ? make : undefined} />
      </div>
      {mayWrite && entries && (opened ?? isNew) && (
        <EntryForm
          key={kept.times}
          entry={opened}
          question={kept.value?.slice(NEW.length + 1) ?? ""}
          isOpen={kept.isOpen}
          onClose={() => {
            setForm(null);
          }}
        />
      )}
    </Page>
  );
}

function Waiting() {
  return (
    <Stack className="card" p="md" gap="lg" aria-hidden>
      {[240, 320, 280, 300].map((width) => (
        <Stack key={width} gap={8}>
          <Skeleton h={16} w={width} maw="70%" />
          <Skeleton h={12} w="90%" />
        </Stack>
      ))}
    </Stack>
  );
}
