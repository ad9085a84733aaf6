// Who bought it, over which number, and what is to come.

import { Anchor, Button, Stack, Text } from "@mantine/core";
import { Clock, MessagesSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Badge } from "@/ui/Badge";
import { Section } from "@/ui/Page";
import { Ago, Code, Copyable, Field, useNow, When, Words } from "@/ui/values";
import { customerName } from "./badges";
import type { ReadOrder } from "./orderQuery";

export function CustomerCard({ order: { customer, conversation } }: { order: ReadOrder }) {
  const { t } = useTranslation(["orders", "common"]);
  if (customer === null) return null;
  const { language } = customer;
  return (
    <Section title={t("page.customer")}>
      <Stack gap="xs">
        <div>
          <Anchor component={Link} to={`/customers/${customer.id}`} fw={600}>
            <Words>{customerName(customer)}</Words>
          </Anchor>
          {customer.phone && (
            <Copyable value={customer.phone} label={t("common:fields.phone")}>
              <Text fz="sm">
                <Code>{customer.phone}</Code>
              </Text>
            </Copyable>
          )}
          {language && (
            <Text fz="sm" className="muted">
              {t(`common:languages.${language as "en"}`, { defaultValue: language })}
            </Text>
          )}
        </div>
        {customer.blockedAt && (
          <div>
            <Badge tone="bad">{t("page.blocked")}</Badge>
          </div>
        )}
        {customer.optedOutAt && (
          <div>
            <Badge tone="warn">{t("page.optedOut")}</Badge>
          </div>
        )}
        {conversation && (
          <Button
            component={Link}
            to={`/conversations/${conversation.id}`}
            variant="default"
            leftSection={<MessagesSquare size={16} aria-hidden />}
          >
            {t("openChat")}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

const HALF_A_MINUTE = 30_000;

export function OrderDates({ order }: { order: ReadOrder }) {
  const { t } = useTranslation(["orders", "common"]);
  const { account, createdAt, updatedAt, paidAt } = order;
  return (
    <Section title={t("page.details")}>
      <Stack component="dl" gap="sm" m={0}>
        <Expiry order={order} />
        {account && (
          <Field label={t("page.account")}>
            <Anchor component={Link} to={`/accounts/${account.id}`} fz="sm">
              <Words>{account.name}</Words>
            </Anchor>
          </Field>
        )}
        <Field label={t("columns.placed")}>
          <When time={createdAt} />
        </Field>
        {paidAt && (
          <Field label={t("page.paidAt")}>
            <When time={paidAt} />
          </Field>
        )}
        <Field label={t("page.changed")}>
          <Ago time={updatedAt} />
        </Field>
      </Stack>
    </Section>
  );
}

/** Only what is not paid ends by itself, and never while a proof waits. */
function Expiry({ order: { status, expiresAt, remindedAt } }: { order: ReadOrder }) {
  const { t } = useTranslation(["orders", "common"]);
  const now = useNow(HALF_A_MINUTE);
  if (expiresAt === null || (status !== "PENDING" && status !== "REJECTED")) return null;
  const left = Math.max(0, Math.floor((Date.parse(expiresAt) - now) / 60_000));
  return (
    <>
      <Field label={t("page.expires")}>
        <Text component="span" fz="sm" fw={600} className={left < 6 * 60 ? "warn" : undefined}>
          <Clock size={14} aria-hidden className="inline-icon" /> {t("page.left", { hours: Math.floor(left / 60), minutes: left % 60 })}
        </Text>
        <Text fz="xs" className="muted">
          <When time={expiresAt} />
        </Text>
      </Field>
      <Field label={t("page.reminder")}>{remindedAt ? <When time={remindedAt} /> : t("page.notReminded")}</Field>
    </>
  );
}
