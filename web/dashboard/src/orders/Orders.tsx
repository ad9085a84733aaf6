// All orders, the newest first, live.

import { Box, Button, Group, Stack, Text } from "@mantine/core";
import { ReceiptText, ScanSearch, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useSession } from "@/session/session";
import { DataTable, type Column } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Code, MoneyText, When, Words } from "@/ui/values";
import { customerName, OrderBadge, SimulatedBadge } from "./badges";
import { ExportButton } from "./ExportButton";
import { useOrderFilter } from "./orderFilter";
import { OrderFilters } from "./OrderFilters";
import { ORDER_CHOICES, ORDERS, type OrderRow } from "./ordersQuery";
import "./orders.css";

export default function Orders() {
  const { t } = useTranslation(["orders", "common"]);
  const chosen = useOrderFilter();
  const paging = usePaging();
  const columns = useColumns();
  const { data, problem, refresh, isRefreshing } = useRead(ORDERS, { ...paging, filter: chosen.filter, orderBy: chosen.orderBy });
  const { data: choices } = useRead(ORDER_CHOICES, {});
  const waiting = choices?.proofQueue?.totalCount ?? 0;
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        <>
          <ExportButton filter={chosen.filter} />
          <Button component={Link} to="/orders/review" leftSection={<ScanSearch size={16} aria-hidden />}>
            {waiting > 0 ? t("reviewCount", { count: waiting }) : t("review.title")}
          </Button>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <div className="card">
        <OrderFilters chosen={chosen} accounts={choices?.whatsappAccounts?.nodes ?? []} />
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.orders?.nodes}
          linkTo={({ id }) => `/orders/${id}`}
          isRefreshing={isRefreshing}
          empty={<NoOrders isFiltered={chosen.isFiltered} />}
        />
        <Pager pageInfo={data?.orders?.pageInfo} total={data?.orders?.totalCount} />
      </div>
    </Page>
  );
}

function NoOrders({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation(["orders", "common"]);
  const { can } = useSession();
  const [, setParameters] = useSearchParams();
  if (isFiltered) {
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
  return (
    <EmptyState
      icon={ReceiptText}
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

function useColumns(): Column<OrderRow>[] {
  const { t } = useTranslation(["orders", "common"]);
  return [
    {
      key: "number",
      header: t("columns.order"),
      render: ({ number, customer }) => (
        <>
          <Code>{number}</Code>
          <Text hiddenFrom="sm" fz="xs" fw={400} className="muted" maw={170}>
            <span className="clip clipped-words" dir="auto">
              {customerName(customer)}
            </span>
          </Text>
        </>
      ),
    },
    {
      key: "customer",
      header: t("columns.customer"),
      from: "sm",
      render: ({ customer }) => (
        <Box maw={220}>
          <Text fz="sm" fw={520}>
            <span className="clip clipped-words" dir="auto" title={customerName(customer)}>
              {customerName(customer)}
            </span>
          </Text>
          {customer?.phone && customer.profileName && (
            <Text fz="xs" className="muted">
              <Code>{customer.phone}</Code>
            </Text>
          )}
        </Box>
      ),
    },
    {
      key: "sold",
      header: t("columns.sold"),
      from: "md",
      render: ({ serviceName, packageName, quantity }) => (
        <Box maw={280}>
          <Text fz="sm" className="clip">
            <Words>{packageName}</Words>
            {quantity > 1 && <span className="num"> × {quantity}</span>}
          </Text>
          <Text fz="xs" className="muted clip">
            <Words>{serviceName}</Words>
          </Text>
        </Box>
      ),
    },
    {
      key: "status",
      header: t("common:fields.status"),
      render: ({ status, isSimulated, total }) => (
        <Group gap={6} miw="max-content">
          <Stack gap={4} align="flex-end">
            <OrderBadge status={status} />
            <Text hiddenFrom="sm" fz="sm" fw={560}>
              <MoneyText money={total} />
            </Text>
          </Stack>
          {isSimulated && (
            <Box visibleFrom="lg">
              <SimulatedBadge />
            </Box>
          )}
        </Group>
      ),
    },
    {
      key: "createdAt",
      header: t("columns.placed"),
      from: "sm",
      render: ({ createdAt }) => (
        <Text fz="sm" className="muted nowrap">
          <When time={createdAt} />
        </Text>
      ),
    },
    {
      key: "total",
      header: t("common:fields.amount"),
      align: "end",
      from: "sm",
      render: ({ total }) => (
        <Text fz="sm" fw={560} className="nowrap">
          <MoneyText money={total} />
        </Text>
      ),
    },
  ];
}
