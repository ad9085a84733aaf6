// Who the customer is, as far as one must know to answer them.

import { Anchor, Badge as Tag, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { Badge } from "@/ui/Badge";
import { Code, Copyable, Field, Words } from "@/ui/values";
import type { ChatInList } from "../documents";
import type { Beside } from "./documents";
import { Part } from "./Part";

export function CustomerPart({ chat, customer }: { chat: ChatInList; customer: Beside["customer"] }) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const format = useFormat();
  const shown = chat.customer;
  if (!shown || !customer) return null;
  const language = shown.language;
  return (
    <Part
      title={t("customer.title")}
      aside={
        <Anchor component={Link} to={`/customers/${shown.id}`} fz="sm">
          {t("customer.open")}
        </Anchor>
      }
    >
      <Group gap={6} mb="xs">
        {shown.blockedAt !== null && <Badge tone="bad">{t("blocked")}</Badge>}
        {customer.optedOutAt !== null && <Badge tone="warn">{t("customer.optedOut")}</Badge>}
        {customer.consentedAt !== null && customer.optedOutAt === null && <Badge tone="good">{t("customer.consented")}</Badge>}
        {customer.tags.map((tag) => (
          <Tag key={tag} variant="default" tt="none" fw={500}>
            <Words>{tag}</Words>
          </Tag>
        ))}
      </Group>
      <dl className="chat-facts">
        {shown.phone !== null && (
          <Field label={common("fields.phone")}>
            <Copyable value={shown.phone} label={common("fields.phone")}>
              <Code>{shown.phone}</Code>
            </Copyable>
          </Field>
        )}
        <Field label={common("fields.language")}>
          {language === null ? common("fields.notSet") : common(`languages.${language}` as "languages.en", { defaultValue: language })}
          {language !== null && !customer.isLanguageChosen && <span className="muted"> ({t("customer.guessed")})</span>}
        </Field>
        <Field label={t("customer.since")}>
          <time dateTime={customer.createdAt}>{format.date(customer.createdAt)}</time>
        </Field>
        {customer.blockedReason && (
          <Field label={t("customer.blockedReason")}>
            <Words>{customer.blockedReason}</Words>
          </Field>
        )}
      </dl>
      {customer.note !== "" && (
        <Text fz="sm" className="chat-note-text" mt="xs">
          <Words>{customer.note}</Words>
        </Text>
      )}
    </Part>
  );
}
