// How a program uses the API; a test runs every example as it stands here.

import { Anchor, List, Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/session/session";
import { Page, Section } from "@/ui/Page";
import { Example } from "./Example";
import allOrders from "./how-to/all_orders.py?raw";
import approve from "./how-to/approve.py?raw";
import firstRequest from "./how-to/first-request.sh?raw";
import follow from "./how-to/follow.mjs?raw";
import receiveWebhooks from "./how-to/receive_webhooks.py?raw";

const STEPS = ["cursor", "snapshot", "follow", "expired"] as const;
const LIMITS = ["cost", "depth", "page", "sockets", "messages"] as const;

export default function HowTo() {
  const { t } = useTranslation("howTo");
  const { can } = useSession();
  const links = {
    keys: can("integrations:manage") ? <Anchor component={Link} to="/integrations" /> : <span />,
    graphiql: <Anchor href="/graphiql" />,
    code: <code dir="ltr" />,
  };
  return (
    <Page title={t("title")} description={t("description")} width={960}>
      <Section title={t("keys.title")}>
        <Stack gap="sm">
          <Text fz="sm">
            <Trans t={t} i18nKey="keys.text" components={links} />
          </Text>
          <Example name="first-request.sh" code={firstRequest} />
        </Stack>
      </Section>
      <Section title={t("pages.title")}>
        <Stack gap="sm">
          <Text fz="sm">{t("pages.text")}</Text>
          <Example name="all_orders.py" code={allOrders} />
        </Stack>
      </Section>
      <Section title={t("changes.title")}>
        <Stack gap="sm">
          <Text fz="sm">
            <Trans t={t} i18nKey="changes.text" components={links} />
          </Text>
          <Example name="approve.py" code={approve} />
        </Stack>
      </Section>
      <Section title={t("step.title")}>
        <Stack gap="sm">
          <List type="ordered" fz="sm" spacing={4}>
            {STEPS.map((step) => (
              <List.Item key={step}>
                <Trans t={t} i18nKey={`step.${step}`} components={links} />
              </List.Item>
            ))}
          </List>
          <Example name="follow.mjs" code={follow} />
        </Stack>
      </Section>
      <Section title={t("webhooks.title")}>
        <Stack gap="sm">
          <Text fz="sm">
            <Trans t={t} i18nKey="webhooks.text" components={links} />
          </Text>
          <Example name="receive_webhooks.py" code={receiveWebhooks} />
        </Stack>
      </Section>
      <Section title={t("limits.title")}>
        <List fz="sm" spacing={4}>
          {LIMITS.map((limit) => (
            <List.Item key={limit}>
              <Trans t={t} i18nKey={`limits.${limit}`} components={links} />
            </List.Item>
          ))}
        </List>
      </Section>
    </Page>
  );
}
