// Who works here: who they are, what they may do, and who is invited.

import { Button, Group, SegmentedControl } from "@mantine/core";
import { UserPlus, UserSearch } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useRead } from "@/ui/useRead";
import { STAFF_MEMBERS } from "./team/documents";
import { Invitations } from "./team/Invitations";
import { InviteForm } from "./team/InviteForm";
import { PersonDrawer } from "./team/PersonDrawer";
import { useColumns } from "./team/useColumns";
import "./team/team.css";

const ACTIVE = { all: null, active: true, inactive: false } as const;
type Shown = keyof typeof ACTIVE;

export default function StaffPage() {
  const { t } = useTranslation(["staff", "common"]);
  const { can } = useSession();
  const [parameters] = useSearchParams();
  const [search, setSearch] = useFilter("search");
  const [shownInAddress, setShown] = useFilter("show");
  const [person, setPerson] = useFilter("person");
  const [invite, setInvite] = useFilter("invite");
  const shown: Shown = shownInAddress === "active" || shownInAddress === "inactive" ? shownInAddress : "all";
  const paging = usePaging();
  const columns = useColumns();
  const { data, problem, refresh, isRefreshing } = useRead(STAFF_MEMBERS, {
    ...paging,
    filter: { search, isActive: ACTIVE[shown] },
  });
  useHeard(["staff.changed"], refresh);

  const openAt = (id: string) => {
    const next = new URLSearchParams(parameters);
    next.set("person", id);
    return `?${next.toString()}`;
  };
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        can("staff:manage") && (
          <Button
            leftSection={<UserPlus size={16} aria-hidden />}
            onClick={() => {
              setInvite("1");
            }}
          >
            {t("invite.button")}
          </Button>
        )
      }
      width={1100}
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <div className="card">
        <Group p="sm" gap="sm" justify="space-between">
          <SearchField label={t("search")} value={search} onSearch={setSearch} className="team-search" />
          <SegmentedControl
            size="sm"
            aria-label={t("shown.label")}
            value={shown}
            onChange={(value) => {
              setShown(value === "all" ? null : value);
            }}
            data={(["all", "active", "inactive"] as const).map((value) => ({ value, label: t(`shown.${value}`) }))}
          />
        </Group>
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.staffMembers?.nodes}
          isRefreshing={isRefreshing}
          linkTo={({ id }) => openAt(id)}
          empty={<EmptyState icon={UserSearch} title={t("common:list.nothingFound")} advice={t("common:list.nothingFoundAdvice")} />}
        />
        <Pager pageInfo={data?.staffMembers?.pageInfo} total={data?.staffMembers?.totalCount} />
      </div>
      {can("staff:manage") && <Invitations />}
      {can("staff:manage") && (
        <InviteForm
          isOpen={invite !== null}
          onClose={() => {
            setInvite(null);
          }}
        />
      )}
      <PersonDrawer
        id={person}
        onClose={() => {
          setPerson(null);
        }}
      />
    </Page>
  );
}
