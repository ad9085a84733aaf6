// What the table tells of a customer.

import { Box, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Badge } from "@/ui/Badge";
import type { Column } from "@/ui/DataTable";
import { Ago, Code, MoneyText, Words } from "@/ui/values";
import type { CustomerRow } from "./documents";
import { called, isLanguage } from "./words";

const SHOWN_TAGS = 2;

export function useCustomerColumns(): Column<CustomerRow>[] {
  const { t } = useTranslation(["customers", "common"]);
  return [
    {
      key: "customer",
      header: t("columns.customer"),
      render: (customer) => (
        <Box maw={260}>
          <Text fz="sm" fw={600} className="clip" component="span" display="block">
            <Words>{called(customer, t)}</Words>
          </Text>
          {customer.profileName !== "" && customer.phone !== null && (
            <Text fz="xs" fw={400} className="muted" component="span">
              <Code>{customer.phone}</Code>
            </Text>
          )}
        </Box>
      ),
    },
    {
      key: "state",
      header: t("columns.state"),
      render: (customer) => <States customer={customer} />,
    },
    {
      key: "account",
      header: t("columns.account"),
      from: "md",
      render: ({ account }) => (
        <Text fz="sm" className="clip" maw={180}>
          <Words>{account?.name}</Words>
        </Text>
      ),
    },
    {
      key: "language",
      header: t("common:fields.language"),
      from: "md",
      render: ({ language }) => (isLanguage(language) ? t(`common:languages.${language}`) : <None />),
    },
    { key: "tags", header: t("columns.tags"), from: "lg", render: ({ tags }) => <Tags tags={tags} /> },
    {
      key: "spend",
      header: t("columns.spend"),
      align: "end",
      render: ({ spend }) =>
        spend && spend.length > 0 ? (
          <Stack gap={0}>
            {spend.map((money) => (
              <MoneyText key={money.currency} money={money} />
            ))}
          </Stack>
        ) : (
          <None />
        ),
    },
    { key: "since", header: t("columns.since"), from: "sm", align: "end", render: ({ createdAt }) => <Ago time={createdAt} /> },
  ];
}

function None() {
  const { t } = useTranslation("common");
  return (
    <span className="muted">
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t("fields.none")}</span>
    </span>
  );
}

export function States({ customer }: { customer: Pick<CustomerRow, "blockedAt" | "optedOutAt" | "consentedAt"> }) {
  const { t } = useTranslation(["customers", "common"]);
  if (customer.blockedAt === null && customer.optedOutAt === null && customer.consentedAt === null) return <None />;
  return (
    <Group gap={4}>
      {customer.blockedAt !== null && <Badge tone="bad">{t("state.blocked")}</Badge>}
      {customer.optedOutAt !== null && <Badge tone="warn">{t("state.stopped")}</Badge>}
      {customer.consentedAt !== null && <Badge tone="good">{t("state.consented")}</Badge>}
    </Group>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  const { t } = useTranslation(["customers", "common"]);
  if (tags.length === 0) return <None />;
  const rest = tags.length - SHOWN_TAGS;
  return (
    <Group gap={4} wrap="nowrap">
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag} tone="idle">
          <Words>{tag}</Words>
        </Badge>
      ))}
      {rest > 0 && (
        <Text fz="xs" className="muted" title={tags.join(", ")}>
          {t("moreTags", { count: rest })}
        </Text>
      )}
    </Group>
  );
}
