// What the program and the AI say: prompts, templates and canned replies, each with what it looks like to a customer.

import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useSession } from "@/session/session";
import { Page } from "@/ui/Page";
import { CannedTexts } from "./CannedTexts";
import { PromptTexts } from "./PromptTexts";
import { TemplateTexts } from "./TemplateTexts";
import "./texts.css";

const TABS = ["prompts", "templates", "replies"] as const;
type Tab = (typeof TABS)[number];

export default function Texts() {
  const { t } = useTranslation("knowledge");
  const { can } = useSession();
  const navigate = useNavigate();
  const { tab: given, id } = useParams();
  const tabs = TABS.filter((tab) => tab !== "replies" || can("conversations:read"));
  const tab: Tab = tabs.find((each) => each === given) ?? "prompts";
  return (
    <Page title={t("texts.title")} description={t(`texts.about.${tab}`)}>
      <Tabs
        value={tab}
        onChange={(value) => {
          if (value !== null) void navigate(`/texts/${value}`);
        }}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`texts.tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="prompts" pt="md">
          <PromptTexts id={id} />
        </Tabs.Panel>
        <Tabs.Panel value="templates" pt="md">
          <TemplateTexts id={id} />
        </Tabs.Panel>
        <Tabs.Panel value="replies" pt="md">
          <CannedTexts id={id} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
