// An order of the simulated customer, and the staff's part in it: to look at the payment and approve it.

import { Anchor, Button, Group, Text } from "@mantine/core";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { OrderBadge } from "@/orders/badges";
import { useSession } from "@/session/session";
import { useTell } from "@/ui/problems";
import { Code, MoneyText, Words } from "@/ui/values";
import { APPROVE } from "../changes";
import type { SimulatedOrder } from "../documents";

export function OrderLine({ order }: { order: SimulatedOrder }) {
  const { t } = useTranslation("simulator");
  const { can } = useSession();
  const tell = useTell();
  const [approve, isApproving] = useChange(APPROVE);
  const mayApprove = can("orders:write") && order.status === "PAYMENT_SUBMITTED";
  const onApprove = async () => {
    const { problem } = await approve({ input: { id: order.id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("order.approved", { number: order.number }));
  };
  return (
    <article className="sim-order" aria-label={t("order.label", { number: order.number })}>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Anchor component={Link} to={`/orders/${order.id}`} fz="sm" fw={640}>
              <Code>{order.number}</Code>
            </Anchor>
            <OrderBadge status={order.status} />
          </Group>
          <Text fz="sm">
            {order.quantity > 1 && `${String(order.quantity)} × `}
            <Words>{order.packageName}</Words> · <MoneyText money={order.total} />
          </Text>
        </div>
        {mayApprove && (
          <Group gap="xs">
            <Button size="xs" loading={isApproving} leftSection={<Check size={14} aria-hidden />} onClick={() => void onApprove()}>
              {t("order.approve")}
            </Button>
            <Button component={Link} to={`/orders/${order.id}`} size="xs" variant="default">
              {t("order.look")}
            </Button>
          </Group>
        )}
      </Group>
      <Text fz="xs" className="muted">
        {t("order.aside")}
      </Text>
    </article>
  );
}
