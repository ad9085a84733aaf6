// What they paid, each currency apart: sums across currencies would be nobody's money.

import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "@/ui/Page";
import { MoneyText } from "@/ui/values";
import type { CustomerProfile } from "../documents";

export function Spend({ spend }: { spend: CustomerProfile["spend"] }) {
  const { t } = useTranslation("customers");
  if (spend === null) return null;
  return (
    <Section title={t("columns.spend")}>
      {spend.length === 0 ? (
        <Text fz="sm" className="muted">
          {t("spend.none")}
        </Text>
      ) : (
        <Group gap="lg">
          {spend.map((money) => (
            <Text key={money.currency} fz={22} fw={640} lh={1.3}>
              <MoneyText money={money} />
            </Text>
          ))}
        </Group>
      )}
      <Text fz="xs" className="muted" mt={4}>
        {t("spend.hint")}
      </Text>
    </Section>
  );
}
