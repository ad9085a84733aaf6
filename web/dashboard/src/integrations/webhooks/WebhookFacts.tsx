// What is known of a webhook.

import { Group, SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Badge } from "@/ui/Badge";
import { Section } from "@/ui/Page";
import { Copyable, Field, When, Words } from "@/ui/values";
import type { Webhook } from "./documents";
import { WebhookBadge } from "./StateBadges";

export function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(["integrations", "common"]);
  const { createdAt, createdBy, eventTypes, failingSince, oldSecretUntil, url } = webhook;
  return (
    <Section title={t("webhooks.about")} aside={<WebhookBadge webhook={webhook} />}>
      <SimpleGrid component="dl" cols={{ base: 1, sm: 2, md: 4 }} m={0} spacing="md">
        <Field label={t("webhooks.url")}>
          <Copyable value={url} label={t("webhooks.url")} />
        </Field>
        <Field label={t("madeBy")}>
          {createdBy ? <Words>{createdBy.name}</Words> : t("byProgram")}
          <Text fz="xs" className="muted">
            <When time={createdAt} />
          </Text>
        </Field>
        {failingSince !== null && (
          <Field label={t("webhooks.failingSince")}>
            <When time={failingSince} />
          </Field>
        )}
        {oldSecretUntil !== null && (
          <Field label={t("secret.oldUntil")}>
            <When time={oldSecretUntil} />
          </Field>
        )}
        <Field label={t("webhooks.events")}>
          {eventTypes.length === 0 ? (
            t("webhooks.allEvents")
          ) : (
            <Group gap={4}>
              {eventTypes.map((type) => (
                <Badge key={type} tone="idle">
                  <bdi dir="ltr">{type}</bdi>
                </Badge>
              ))}
            </Group>
          )}
        </Field>
      </SimpleGrid>
    </Section>
  );
}
