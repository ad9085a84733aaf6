// What one customer ordered, the newest first.

import { Text } from "@mantine/core";
import { ReceiptText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OrderBadge } from "@/orders/badges";
import { DataTable, type Column } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Section } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Ago, Code, MoneyText, Words } from "@/ui/values";
import { CUSTOMER_ORDERS, type CustomerOrder } from "./documents";
import { Total } from "./Total";
import { FIRST_SHOWN, More } from "./More";

export function CustomerOrders({ customerId }: { customerId: string }) {
  const { t } = useTranslation(["customers", "common"]);
  const [last, setLast] = useState(FIRST_SHOWN);
  const columns = useColumns();
  const { data, problem, refresh, isRefreshing } = useRead(
    CUSTOMER_ORDERS,
    { id: customerId, last },
    { requestPolicy: "cache-and-network" },
  );
  const orders = data?.customer?.orders;
  return (
    <Section title={t("orders.title")} aside={<Total count={orders?.totalCount} />}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {!problem && (
        <div className="flush">
          <DataTable
            label={t("orders.title")}
            columns={columns}
            rows={orders ? [...orders.nodes].reverse() : undefined}
            linkTo={({ id }) => `/orders/${id}`}
            isRefreshing={isRefreshing}
            empty={<EmptyState icon={ReceiptText} title={t("orders.none")} />}
          />
        </div>
      )}
      <More hasMore={orders?.pageInfo.hasPreviousPage} last={last} isBusy={isRefreshing} onMore={setLast} />
    </Section>
  );
}

function useColumns(): Column<CustomerOrder>[] {
  const { t } = useTranslation(["customers", "common"]);
  return [
    { key: "number", header: t("orders.number"), render: ({ number }) => <Code>{number}</Code> },
    {
      key: "package",
      header: t("orders.package"),
      from: "sm",
      render: ({ serviceName, packageName }) => (
        <Text fz="sm" className="clip" maw={260}>
          <Words>{serviceName}</Words>
          {" · "}
          <Words>{packageName}</Words>
        </Text>
      ),
    },
    { key: "status", header: t("common:fields.status"), render: ({ status }) => <OrderBadge status={status} /> },
    { key: "total", header: t("common:fields.amount"), align: "end", render: ({ total }) => <MoneyText money={total} /> },
    { key: "when", header: t("common:fields.when"), align: "end", from: "sm", render: ({ createdAt }) => <Ago time={createdAt} /> },
  ];
}
