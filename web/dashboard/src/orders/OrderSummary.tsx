// What was sold, as it was when it was sold.

import { Anchor, Group, List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { Section } from "@/ui/Page";
import { MoneyText, Words } from "@/ui/values";
import { OrderProgress } from "./OrderProgress";
import type { ReadOrder } from "./orderQuery";

export function OrderSummary({ order }: { order: ReadOrder }) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  const { packageName, serviceName, description, features, quantity, unitPrice, total, durationCount, durationUnit } = order;
  return (
    <Section title={t("page.summary")}>
      <OrderProgress order={order} />
      <Group justify="space-between" align="flex-start" gap="md" mt="md">
        <div className="sold">
          <Text fw={600}>
            <Words>{packageName}</Words>
            {quantity > 1 && <span className="num"> × {format.number(quantity)}</span>}
          </Text>
          <Text fz="sm" className="muted">
            <Words>{serviceName}</Words>
            {durationCount !== null && durationUnit && ` · ${t(`duration.${durationUnit}`, { count: durationCount })}`}
          </Text>
        </div>
        <div className="sold-price">
          <Text fz={22} fw={660} lh={1.2} className="nowrap">
            <MoneyText money={total} />
          </Text>
          {quantity > 1 && (
            <Text fz="xs" className="muted">
              {t("page.each", { price: format.money(unitPrice) })}
            </Text>
          )}
        </div>
      </Group>
      {description && (
        <Text fz="sm" mt="sm" className="prose">
          <Words>{description}</Words>
        </Text>
      )}
      {features.length > 0 && (
        <List size="sm" mt="sm" spacing={2}>
          {features.map((feature) => (
            <List.Item key={feature}>
              <Words>{feature}</Words>
            </List.Item>
          ))}
        </List>
      )}
      <Text fz="xs" className="muted" mt="sm">
        {order.package === null ? t("page.gone") : t("page.asItWas")}{" "}
        {order.package && (
          <Anchor component={Link} to={`/catalog?package=${order.package.id}`} fz="xs" underline="always">
            {t("page.inCatalogue")}
          </Anchor>
        )}
      </Text>
    </Section>
  );
}
