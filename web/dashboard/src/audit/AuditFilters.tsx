// Finding what was done: which action, by whom, to what, on which days.

import { Button, Group, Select, TextInput } from "@mantine/core";
import { X } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { FilterPopover } from "@/ui/FilterPopover";
import { useRead } from "@/ui/useRead";
import { Words } from "@/ui/values";
import type { ChosenFilter } from "./auditFilter";
import { PEOPLE } from "./documents";
import type { Things } from "./things";
import { ACTIONS, SUBJECTS, useAuditWords } from "./words";

export function AuditFilters({ chosen, things }: { chosen: ChosenFilter; things: Things }) {
  const { t } = useTranslation(["audit", "common"]);
  const words = useAuditWords();
  const [, setParameters] = useSearchParams();
  const { data } = useRead(PEOPLE, {});
  const actions = useMemo(
    () =>
      Object.entries(ACTIONS).map(([word, verbs]) => ({
        group: words.group(word),
        items: verbs.map((verb) => ({ value: `${word}.${verb}`, label: words.action(`${word}.${verb}`) })),
      })),
    [words],
  );
  const clear = { clearable: true, clearButtonProps: { "aria-label": t("common:actions.clear") } };
  return (
    <Group p="sm" px="md" gap="xs" role="search">
      <Select
        aria-label={t("filters.action")}
        placeholder={t("filters.action")}
        data={actions}
        value={chosen.action}
        onChange={chosen.setAction}
        searchable
        nothingFoundMessage={t("common:list.nothingFound")}
        flex="1 1 200px"
        maw={300}
        {...clear}
      />
      <Select
        aria-label={t("filters.staff")}
        placeholder={t("filters.staff")}
        data={data?.staffMembers?.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={chosen.staffId}
        onChange={chosen.setStaffId}
        searchable
        nothingFoundMessage={t("common:list.nothingFound")}
        flex="1 1 150px"
        maw={210}
        {...clear}
      />
      <Select
        aria-label={t("filters.subject")}
        placeholder={t("filters.subject")}
        data={SUBJECTS.map((subject) => ({ value: subject, label: words.subject(subject) }))}
        value={chosen.subject}
        onChange={chosen.setSubject}
        searchable
        nothingFoundMessage={t("common:list.nothingFound")}
        flex="1 1 150px"
        maw={210}
        {...clear}
      />
      <FilterPopover label={t("filters.days")} count={Number(chosen.from !== null || chosen.until !== null)}>
        <TextInput
          type="date"
          label={t("filters.from")}
          value={chosen.from ?? ""}
          max={chosen.until ?? undefined}
          onChange={(event) => {
            chosen.setFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label={t("filters.until")}
          value={chosen.until ?? ""}
          min={chosen.from ?? undefined}
          onChange={(event) => {
            chosen.setUntil(event.currentTarget.value);
          }}
        />
      </FilterPopover>
      {chosen.subjectId !== null && (
        <Button
          size="sm"
          variant="light"
          rightSection={<X size={14} aria-hidden />}
          aria-label={t("filters.anything")}
          onClick={() => {
            chosen.setSubjectId(null);
          }}
        >
          <Words>{things.get(chosen.subjectId)?.name || t("filters.oneThing")}</Words>
        </Button>
      )}
      {chosen.isFiltered && (
        <Button
          size="sm"
          variant="subtle"
          onClick={() => {
            setParameters({}, { replace: true });
          }}
        >
          {t("common:actions.clearFilters")}
        </Button>
      )}
    </Group>
  );
}
