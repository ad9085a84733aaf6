// The API keys: what each is for, what it may do, when it was last used.

import { Button, Group, SegmentedControl } from "@mantine/core";
import { KeyRound, Plus, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useHeard } from "@/api/useHeard";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useFresh } from "@/ui/useFresh";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { API_KEYS } from "./documents";
import { KeyForm } from "./KeyForm";
import { useKeyColumns } from "./useKeyColumns";

// When a key was used is told by no event, and known to the minute.
const FRESH_MILLISECONDS = 60_000;

export function ApiKeys() {
  const { t } = useTranslation(["integrations", "common"]);
  const [search, setSearch] = useFilter("search");
  const [shown, setShown] = useFilter("show");
  const [edited, setEdited] = useFilter("key");
  const isRevoked = shown === "revoked";
  const { data, problem, refresh, isRefreshing } = useRead(API_KEYS, { ...usePaging(), filter: { search, isRevoked } });
  const keys = data?.apiKeys?.nodes;
  const columns = useKeyColumns({ isRevoked, onEdit: setEdited });
  const form = useKept(edited);
  useHeard(["api_key.changed", "api_key.revoked"], refresh);
  useFresh(refresh, FRESH_MILLISECONDS);

  const add = (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      onClick={() => {
        setEdited("new");
      }}
    >
      {t("keys.new")}
    </Button>
  );
  const apiKey = keys?.find(({ id }) => id === form.value);
  const isFiltered = search !== null || isRevoked;
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <div className="card">
        <Group p="sm" gap="sm">
          <SearchField label={t("keys.search")} value={search} onSearch={setSearch} className="integrations-search" />
          <SegmentedControl
            size="sm"
            aria-label={t("keys.show")}
            value={isRevoked ? "revoked" : "active"}
            onChange={(value) => {
              setShown(value === "revoked" ? value : null);
            }}
            data={(["active", "revoked"] as const).map((value) => ({ value, label: t(`keys.shown.${value}`) }))}
          />
          <Group ms="auto">{add}</Group>
        </Group>
        <DataTable
          label={t("keys.title")}
          columns={columns}
          rows={keys}
          isRefreshing={isRefreshing}
          empty={
            isFiltered ? (
              <EmptyState icon={SearchX} title={t("common:list.nothingFound")} advice={t("common:list.nothingFoundAdvice")} />
            ) : (
              <EmptyState icon={KeyRound} title={t("keys.empty")} advice={t("keys.emptyAdvice")} />
            )
          }
        />
        <Pager pageInfo={data?.apiKeys?.pageInfo} total={data?.apiKeys?.totalCount} />
      </div>
      {(form.value === "new" || apiKey) && (
        <KeyForm
          key={form.times}
          apiKey={form.value === "new" ? undefined : apiKey}
          isOpen={form.isOpen}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </>
  );
}
