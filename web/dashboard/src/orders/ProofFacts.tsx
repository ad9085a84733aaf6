// What a proof is to be compared with: the order, the customer, what an AI read, other proofs.

import { Alert, Anchor, Box, Button, Group, Text, Title } from "@mantine/core";
import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Ago, Code, Field, MoneyText, When, Words } from "@/ui/values";
import { customerName, OrderBadge, SimulatedBadge } from "./badges";
import { EarlierProofs } from "./EarlierProofs";
import { ReadingTable } from "./ReadingTable";
import type { ReadProof } from "./review";

export interface ProofFactsProps {
  proof: ReadProof;
  onCompare: () => void;
}

export function ProofFacts({ proof, onCompare }: ProofFactsProps) {
  const { t } = useTranslation(["orders", "common"]);
  const { order, alike, likeness } = proof;
  const others = order.proofs.filter(({ id }) => id !== proof.id);
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fz="xs" className="muted">
            {t("review.expected")}
          </Text>
          <Text fz={26} fw={660} lh={1.25} className="nowrap" data-testid="expected">
            <MoneyText money={order.total} />
          </Text>
        </div>
        <Group gap={6} justify="flex-end">
          <OrderBadge status={order.status} />
          {order.isSimulated && <SimulatedBadge />}
        </Group>
      </Group>
      {likeness && (
        <Alert color="orange" icon={<Copy size={18} aria-hidden />} title={t(`warning.${likeness}`)} p="sm">
          {alike && (
            <Group gap="xs" justify="space-between">
              <Text fz="sm" c="inherit">
                <Anchor component={Link} to={`/orders/${alike.order.id}`} fz="sm" c="inherit" underline="always">
                  <Code>{alike.order.number}</Code>
                </Anchor>{" "}
                · <Words>{customerName(alike.order.customer)}</Words> · <When time={alike.createdAt} />
              </Text>
              <Button size="xs" variant="default" onClick={onCompare}>
                {t("picture.compare")}
              </Button>
            </Group>
          )}
        </Alert>
      )}
      <dl className="facts">
        <Field label={t("columns.order")}>
          <Anchor component={Link} to={`/orders/${order.id}`} fz="sm">
            <Code>{order.number}</Code>
          </Anchor>
        </Field>
        <Field label={t("columns.customer")}>
          <Customer order={order} />
        </Field>
        <Field label={t("columns.sold")}>
          <Words>{order.packageName}</Words>
          {order.quantity > 1 && ` × ${String(order.quantity)}`}
          <Text fz="xs" className="muted">
            <Words>{order.serviceName}</Words>
          </Text>
        </Field>
        <Field label={t("review.came")}>
          <Ago time={proof.createdAt} />
          <Text fz="xs" className="muted">
            {t("review.ordered")} <When time={order.createdAt} />
          </Text>
        </Field>
      </dl>
      <Part title={t("reading.title")}>
        <ReadingTable reading={proof.reading} />
      </Part>
      {others.length > 0 && (
        <Part title={t("earlier.title")}>
          <EarlierProofs proofs={others} />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} className="facts-part">
      <Title order={2} fz="sm" mb={6}>
        {title}
      </Title>
      {children}
    </Box>
  );
}

function Customer({ order: { customer, conversation } }: { order: ReadProof["order"] }) {
  const { t } = useTranslation(["orders", "common"]);
  if (customer === null) return <>—</>;
  return (
    <>
      <Anchor component={Link} to={`/customers/${customer.id}`} fz="sm">
        <Words>{customerName(customer)}</Words>
      </Anchor>
      <Text fz="xs" className="muted">
        {customer.phone && customer.profileName && <Code>{customer.phone}</Code>}{" "}
        {conversation && (
          <Anchor component={Link} to={`/conversations/${conversation.id}`} fz="xs" underline="always">
            {t("openChat")}
          </Anchor>
        )}
      </Text>
    </>
  );
}
