// Ready texts: canned replies, and the program's own sentences with their places filled in. Chosen, they can be changed.

import { Anchor, Box, Button, Modal, Select, Stack, Tabs, Text, TextInput, UnstyledButton } from "@mantine/core";
import { MessageSquareText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "@/api/graphql";
import { EmptyState } from "@/ui/EmptyState";
import { useRead } from "@/ui/useRead";
import { Code, Words } from "@/ui/values";
import { WhatsappText } from "@/ui/WhatsappText";
import type { Chat } from "../documents";
import { CANNED } from "./useCanned";

const TEMPLATES = graphql(`
  query ReadyTemplates($language: String!) {
    messageTemplates(first: 100, filter: { language: $language }) {
      nodes {
        id
        key
        text
        variables
      }
    }
  }
`);

interface ReadyTextsProps {
  chat: Chat;
  isOpen: boolean;
  onClose: () => void;
  onChoose: (text: string) => void;
}

export function ReadyTexts({ chat, isOpen, onClose, onChoose }: ReadyTextsProps) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t("ready.title")}
      closeButtonProps={{ "aria-label": common("actions.close") }}
    >
      <Tabs defaultValue="canned" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="canned">{t("ready.canned")}</Tabs.Tab>
          <Tabs.Tab value="templates">{t("ready.templates")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="canned">
          <CannedList onChoose={onChoose} />
        </Tabs.Panel>
        <Tabs.Panel value="templates">
          <Templates language={chat.customer?.language ?? null} onChoose={onChoose} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}

function CannedList({ onChoose }: Pick<ReadyTextsProps, "onChoose">) {
  const { t } = useTranslation("conversations");
  const [letters, setLetters] = useState("");
  const { data, isLoading } = useRead(CANNED, {});
  const all = data?.cannedReplies?.nodes ?? [];
  const found = all.filter(({ shortcut, text }) => `${shortcut} ${text}`.toLowerCase().includes(letters.trim().toLowerCase()));
  if (!isLoading && all.length === 0) {
    return (
      <EmptyState
        icon={MessageSquareText}
        title={t("ready.noCanned")}
        advice={t("ready.noCannedAdvice")}
        action={
          <Button component={Link} to="/texts/replies" size="xs" variant="default">
            {t("ready.manage")}
          </Button>
        }
      />
    );
  }
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        size="sm"
        aria-label={t("ready.find")}
        placeholder={t("ready.find")}
        value={letters}
        onChange={(event) => {
          setLetters(event.currentTarget.value);
        }}
      />
      <Stack component="ul" gap={4} className="chat-ready">
        {found.map(({ id, shortcut, text }) => (
          <li key={id}>
            <UnstyledButton
              className="chat-ready-text"
              onClick={() => {
                onChoose(text);
              }}
            >
              <Text fz="xs" fw={600}>
                <Code>/{shortcut}</Code>
              </Text>
              <WhatsappText>{text}</WhatsappText>
            </UnstyledButton>
          </li>
        ))}
        {found.length === 0 && !isLoading && (
          <Text component="li" fz="sm" className="muted">
            {t("canned.none")}
          </Text>
        )}
      </Stack>
      <Anchor component={Link} to="/texts/replies" fz="sm">
        {t("ready.manage")}
      </Anchor>
    </Stack>
  );
}

function Templates({ language, onChoose }: { language: string | null } & Pick<ReadyTextsProps, "onChoose">) {
  const { t } = useTranslation("conversations");
  const { data } = useRead(TEMPLATES, { language: language ?? "en" });
  const [id, setId] = useState<string | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const templates = data?.messageTemplates?.nodes ?? [];
  const chosen = templates.find((template) => template.id === id);
  const isFilled = chosen?.variables.every((name) => values[name]?.trim()) === true;
  const filled = chosen?.text.replace(/\{(\w+)\}/gu, (place, name: string) => values[name]?.trim() || place) ?? "";
  return (
    <Stack gap="sm">
      <Select
        data-autofocus
        searchable
        size="sm"
        label={t("ready.template")}
        placeholder={t("ready.choose")}
        value={id}
        onChange={(next) => {
          setId(next);
          setValues({});
        }}
        data={templates.map((template) => ({ value: template.id, label: template.key.replaceAll("_", " ") }))}
      />
      {chosen?.variables.map((name) => (
        <TextInput
          key={name}
          size="sm"
          label={<Words>{name.replaceAll("_", " ")}</Words>}
          value={values[name] ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setValues((before) => ({ ...before, [name]: value }));
          }}
        />
      ))}
      {chosen && (
        <Box className="bubble" data-author="STAFF" aria-label={t("ready.preview")} role="group">
          <WhatsappText>{filled}</WhatsappText>
        </Box>
      )}
      <Button
        disabled={!isFilled}
        onClick={() => {
          onChoose(filled);
        }}
      >
        {t("ready.insert")}
      </Button>
    </Stack>
  );
}
