// Programs that use the shop: their API keys, and the addresses that are told of what happens.

import { Button, Tabs } from "@mantine/core";
import { BookOpen, KeyRound, Webhook } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Page } from "@/ui/Page";
import { ApiKeys } from "./keys/ApiKeys";
import { Webhooks } from "./webhooks/Webhooks";
import "./integrations.css";

export default function Integrations() {
  const { t } = useTranslation("integrations");
  const [parameters, setParameters] = useSearchParams();
  const tab = parameters.get("tab") === "webhooks" ? "webhooks" : "keys";
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        <Button component={Link} to="/integrations/how-to" variant="default" leftSection={<BookOpen size={16} aria-hidden />}>
          {t("howTo")}
        </Button>
      }
      width={1200}
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          // The filters of one list are none of the other's.
          setParameters(value === "webhooks" ? { tab: value } : {});
        }}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="keys" leftSection={<KeyRound size={16} aria-hidden />}>
            {t("keys.title")}
          </Tabs.Tab>
          <Tabs.Tab value="webhooks" leftSection={<Webhook size={16} aria-hidden />}>
            {t("webhooks.title")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="keys">
          <ApiKeys />
        </Tabs.Panel>
        <Tabs.Panel value="webhooks">
          <Webhooks />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
