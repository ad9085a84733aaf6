// All customers, the newest first, and finding some of them.

import { Button } from "@mantine/core";
import { Download, SearchX, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { DataTable } from "@/ui/DataTable";
import { download } from "@/ui/download";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager, usePaging } from "@/ui/paging";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { useCustomerColumns } from "./columns";
import { useCustomerFilter, type ChosenFilter } from "./customerFilter";
import { CustomerFilters } from "./CustomerFilters";
import { EXPORT } from "./changes";
import { CUSTOMERS, NUMBERS } from "./documents";
import "./customers.css";

export default function Customers() {
  const { t } = useTranslation(["customers", "common"]);
  const chosen = useCustomerFilter();
  const paging = usePaging();
  const columns = useCustomerColumns();
  const { data, problem, refresh, isRefreshing } = useRead(CUSTOMERS, {
    ...paging,
    filter: chosen.filter,
    orderBy: chosen.orderBy,
  });
  useHeard(["customer.changed", "customer.merged"], refresh);
  const { data: choices } = useRead(NUMBERS, {});
  return (
    <Page title={t("title")} description={t("description")} actions={<ExportButton filter={chosen.filter} />}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <div className="card">
        <CustomerFilters chosen={chosen} accounts={choices?.whatsappAccounts?.nodes ?? []} />
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.customers?.nodes}
          linkTo={({ id }) => `/customers/${id}`}
          isRefreshing={isRefreshing}
          empty={<NoCustomers isFiltered={chosen.isFiltered} />}
        />
        <Pager pageInfo={data?.customers?.pageInfo} total={data?.customers?.totalCount} />
      </div>
    </Page>
  );
}

function ExportButton({ filter }: { filter: ChosenFilter["filter"] }) {
  const { t } = useTranslation(["customers", "common"]);
  const tell = useTell();
  const [create, isBusy] = useChange(EXPORT);
  const take = async () => {
    const { payload, problem } = await create({ input: { filter, idempotencyKey: newKey() } });
    if (problem) {
      tell.problem(problem);
      return;
    }
    download(payload.url);
    tell.done(t("export.done"));
  };
  return (
    <Button variant="default" leftSection={<Download size={16} aria-hidden />} loading={isBusy} onClick={() => void take()}>
      {t("export.action")}
    </Button>
  );
}

function NoCustomers({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation(["customers", "common"]);
  const { can } = useSession();
  const [, setParameters] = useSearchParams();
  if (!isFiltered) {
    return (
      <EmptyState
        icon={Users}
        title={t("empty.title")}
        advice={t("empty.advice")}
        action={
          can("simulator:use") && (
            <Button component={Link} to="/simulator" variant="default">
              {t("empty.action")}
            </Button>
          )
        }
      />
    );
  }
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
