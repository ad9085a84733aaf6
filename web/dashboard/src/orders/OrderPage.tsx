// One order: what was sold, how far it is, what may be done, and all that happened.

import { Alert, Grid, Group, Skeleton, Stack } from "@mantine/core";
import { FileQuestion, Info } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Code } from "@/ui/values";
import { OrderBadge, SimulatedBadge } from "./badges";
import { ORDER, type ReadOrder } from "./orderQuery";
import { CustomerCard, OrderDates } from "./OrderSide";
import { OrderSteps } from "./OrderSteps";
import { OrderSummary } from "./OrderSummary";
import { OrderTimeline } from "./OrderTimeline";
import { ProofGallery } from "./ProofGallery";
import "./orders.css";

export default function OrderPage() {
  const { t } = useTranslation(["orders", "common"]);
  const { id = "" } = useParams();
  const { data, problem, refresh, isLoading } = useRead(ORDER, { id });
  const parent = { to: "/orders", label: t("title") };
  if (data?.order) return <Known key={data.order.id} order={data.order} parent={parent} />;
  return (
    <Page title={t("columns.order")} parent={parent}>
      {isLoading && <Loading />}
      {problem && problem.code !== "INVALID_INPUT" && <ProblemNotice problem={problem} onRetry={refresh} />}
      {!isLoading && (problem === undefined || problem.code === "INVALID_INPUT") && (
        <EmptyState icon={FileQuestion} title={t("page.unknownTitle")} advice={t("page.unknownAdvice")} />
      )}
    </Page>
  );
}

function Known({ order, parent }: { order: ReadOrder; parent: { to: string; label: string } }) {
  const { t } = useTranslation(["orders", "common"]);
  const [isTooLate, setIsTooLate] = useState(false);
  return (
    <Page
      title={order.number}
      parent={parent}
      description={
        <Group component="span" gap={6} mt={4}>
          <OrderBadge status={order.status} />
          {order.isSimulated && <SimulatedBadge />}
        </Group>
      }
      actions={
        <OrderSteps
          order={order}
          onTooLate={() => {
            setIsTooLate(true);
          }}
        />
      }
    >
      {isTooLate && (
        <Alert
          role="alert"
          color="orange"
          icon={<Info size={18} aria-hidden />}
          withCloseButton
          closeButtonLabel={t("common:actions.close")}
          onClose={() => {
            setIsTooLate(false);
          }}
        >
          {t("steps.failed")} <Code>{order.number}</Code>: {t(`status.${order.status}`)}
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <OrderSummary order={order} />
            <OrderTimeline order={order} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <CustomerCard order={order} />
            <ProofGallery proofs={order.proofs} />
            <OrderDates order={order} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Loading() {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="lg">
          <Skeleton h={240} radius="lg" />
          <Skeleton h={320} radius="lg" />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="lg">
          <Skeleton h={160} radius="lg" />
          <Skeleton h={160} radius="lg" />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
