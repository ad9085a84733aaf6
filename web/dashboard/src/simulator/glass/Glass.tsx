// The glass box: how the sale stands, and what the assistant did in a turn, and why.

import { Anchor, Box, Button, Group, Text, Title } from "@mantine/core";
import { Sparkles } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { TurnDetails } from "@/turns/TurnDetails";
import { EmptyState } from "@/ui/EmptyState";
import { Badge } from "@/ui/Badge";
import type { Sale } from "../documents";
import { OrderLine } from "./OrderLine";

interface GlassProps {
  sale: Sale | null;
  /** The turn that is looked at. */
  turn: string | null;
  /** Whether it is the newest one, and newer ones take its place. */
  isNewest: boolean;
  onNewest: () => void;
}

export function Glass({ sale, turn, isNewest, onNewest }: GlassProps) {
  const { t } = useTranslation("simulator");
  const orders = sale?.orders?.nodes ?? [];
  return (
    <section className="sim-glass" aria-label={t("glass.title")}>
      {sale !== null && (
        <Box className="card" p="md">
          <Talk sale={sale} />
          {orders.toReversed().map((order) => (
            <OrderLine key={order.id} order={order} />
          ))}
        </Box>
      )}
      <Box className="card" p="md">
        <Group justify="space-between" mb="sm" gap="xs">
          <Title order={2}>{isNewest ? t("glass.last") : t("glass.earlier")}</Title>
          {!isNewest && (
            <Button size="xs" variant="default" onClick={onNewest}>
              {t("glass.toLast")}
            </Button>
          )}
        </Group>
        {turn === null ? (
          <EmptyState icon={Sparkles} title={t("glass.empty.title")} advice={t("glass.empty.advice")} />
        ) : (
          <TurnDetails turnId={turn} withMessages={false} />
        )}
      </Box>
    </section>
  );
}

function Talk({ sale }: { sale: Sale }) {
  const { t } = useTranslation(["simulator", "common"]);
  const talk = sale.conversations?.nodes.at(-1);
  return (
    <Group gap="xs" justify="space-between">
      <Group gap="xs">
        {talk && <Badge tone={talk.answeredBy === "AI" ? "good" : "info"}>{t(`answeredBy.${talk.answeredBy}`)}</Badge>}
        {talk && <Badge tone="idle">{t(`talk.${talk.status}`)}</Badge>}
        {talk?.attention != null && <Badge tone="warn">{t("glass.attention")}</Badge>}
        {sale.language !== null && (
          <Text fz="sm" className="muted">
            {t("glass.language")}{" "}
            {t(`common:languages.${sale.language}` as "common:languages.en", { defaultValue: sale.language })}
          </Text>
        )}
      </Group>
      {talk && (
        <Anchor component={Link} to={`/conversations/${talk.id}`} fz="sm">
          {t("glass.open")}
        </Anchor>
      )}
    </Group>
  );
}
