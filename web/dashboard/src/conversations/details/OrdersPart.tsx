// The customer's orders beside the chat, the newest first.

import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Badge, type Tone } from "@/ui/Badge";
import { Ago, Code, MoneyText, Words } from "@/ui/values";
import type { Beside, Order } from "./documents";
import { Part } from "./Part";

const TONES: Record<Order["status"], Tone> = {
  PENDING: "info",
  PAYMENT_SUBMITTED: "warn",
  PAID: "good",
  COMPLETED: "good",
  REJECTED: "bad",
  CANCELLED: "idle",
  REFUNDED: "idle",
};

export function OrdersPart({ customer }: { customer: Beside["customer"] }) {
  const { t } = useTranslation("conversations");
  const orders = [...(customer?.orders?.nodes ?? [])].reverse();
  return (
    <Part title={t("orders.title")}>
      {orders.length === 0 ? (
        <Text fz="sm" className="muted">
          {t("orders.none")}
        </Text>
      ) : (
        <Stack component="ul" gap="xs" className="chat-plain-list">
          {orders.map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
        </Stack>
      )}
    </Part>
  );
}

function OrderCard({ order }: { order: Order }) {
  const { t } = useTranslation("conversations");
  const { createdAt, id, number, packageName, proofs, quantity, status, total } = order;
  const waiting = proofs.find((proof) => proof.status === "SUBMITTED");
  return (
    <li className="chat-card">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Anchor component={Link} to={`/orders/${id}`} fz="sm" fw={600}>
          <Code>{number}</Code>
        </Anchor>
        <Badge tone={TONES[status]}>{t(`orders.status.${status}`)}</Badge>
      </Group>
      <Text fz="sm">
        {quantity > 1 && `${String(quantity)} × `}
        <Words>{packageName}</Words>
      </Text>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fz="sm" fw={600}>
          <MoneyText money={total} />
        </Text>
        <Text fz="xs" className="muted">
          <Ago time={createdAt} />
        </Text>
      </Group>
      {waiting && (
        <Button component={Link} to={`/orders/review/${waiting.id}`} size="xs" fullWidth mt={8}>
          {t("orders.review")}
        </Button>
      )}
    </li>
  );
}
