// How a number is set up: which assistant answers its customers, and what it connects through.

import { Box, Button, Group, PasswordInput, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { fieldErrors } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useConfirm } from "@/ui/confirm";
import { Section } from "@/ui/Page";
import { useProblemText, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Code, Field, Words } from "@/ui/values";
import { UPDATE } from "./changes";
import { PROVIDER_CHOICES, type Account } from "./documents";

export function SetUp({ account }: { account: Account }) {
  const { t } = useTranslation(["accounts", "common"]);
  const { can } = useSession();
  const mayWrite = can("accounts:write");
  return (
    <>
      <Section title={t("assistant.title")}>
        {mayWrite ? <Assistant account={account} /> : <Answering account={account} />}
      </Section>
      {!account.isSimulated && (
        <Section title={t("proxy.title")}>
          {mayWrite ? <Proxy account={account} /> : <Host account={account} />}
        </Section>
      )}
    </>
  );
}

function Answering({ account: { answersWith, answersWithProvider } }: { account: Account }) {
  const { t } = useTranslation(["accounts", "common"]);
  return (
    <>
      <Text fz="sm" fw={560}>
        {answersWithProvider === null ? t(`assistant.${answersWith}`) : <Words>{answersWithProvider.name}</Words>}
      </Text>
      <Text fz="xs" className="muted">
        {t(`assistant.hints.${answersWith}`)}
      </Text>
    </>
  );
}

function Host({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  return (
    <Box component="dl" m={0}>
      <Field label={t("proxy.host")}>{account.hasProxy ? <Code>{account.proxyHost ?? "…"}</Code> : t("proxy.none")}</Field>
    </Box>
  );
}

const PROVIDER = "PROVIDER:";

function Assistant({ account }: { account: Account }) {
  const { t } = useTranslation(["accounts", "common"]);
  const tell = useTell();
  const { data } = useRead(PROVIDER_CHOICES, {});
  const [update, isSaving] = useChange(UPDATE);
  const providers = data?.aiProviders?.nodes ?? [];
  const chosen = account.answersWithProvider;
  const choose = async (choice: string) => {
    const changes = choice.startsWith(PROVIDER)
      ? { answersWith: "PROVIDER" as const, answersWithProviderId: choice.slice(PROVIDER.length) }
      : { answersWith: choice as "SHOP" | "BUILT_IN" };
    const { problem } = await update({ input: { id: account.id, changes, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("common:toast.saved"));
  };
  return (
    <Select
      label={t("assistant.label")}
      description={t(`assistant.hints.${account.answersWith}`)}
      inputWrapperOrder={["label", "input", "description"]}
      value={chosen === null ? account.answersWith : `${PROVIDER}${chosen.id}`}
      disabled={isSaving}
      allowDeselect={false}
      onChange={(choice) => {
        if (choice !== null) void choose(choice);
      }}
      data={[
        { value: "SHOP", label: t("assistant.SHOP") },
        { value: "BUILT_IN", label: t("assistant.BUILT_IN") },
        ...(providers.length === 0
          ? []
          : [
              {
                group: t("assistant.PROVIDER"),
                items: providers.map(({ id, name, model }) => ({ value: `${PROVIDER}${id}`, label: `${name} · ${model}` })),
              },
            ]),
      ]}
    />
  );
}

function Proxy({ account }: { account: Account }) {
  const { t } = useTranslation(["accounts", "common"]);
  const text = useProblemText();
  const tell = useTell();
  const confirm = useConfirm();
  const [update, isSaving] = useChange(UPDATE);
  const [address, setAddress] = useState("");
  const [error, setError] = useState<string>();
  const save = async (changes: { proxy: string } | { clearProxy: true }) => {
    const { problem } = await update({ input: { id: account.id, changes, idempotencyKey: newKey() } });
    const atField = problem && fieldErrors(problem, text(problem))["changes.proxy"];
    setError(atField);
    if (problem && atField === undefined) tell.problem(problem);
    if (problem) return;
    setAddress("");
    tell.done(t("common:toast.saved"));
  };
  const clear = async () => {
    const isSure = await confirm({ title: t("proxy.remove"), text: t("proxy.removeText"), action: t("common:actions.remove") });
    if (isSure) await save({ clearProxy: true });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({ proxy: address.trim() });
      }}
    >
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end">
          <Host account={account} />
          {account.hasProxy && (
            <Button size="xs" variant="default" disabled={isSaving} onClick={() => void clear()}>
              {t("proxy.remove")}
            </Button>
          )}
        </Group>
        <PasswordInput
          label={account.hasProxy ? t("proxy.another") : t("proxy.address")}
          description={t("proxy.hint")}
          placeholder="socks5://name:password@proxy.example:1080"
          autoComplete="off"
          dir="ltr"
          value={address}
          error={error}
          visibilityToggleButtonProps={{ "aria-label": t("proxy.look") }}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" style={{ alignSelf: "flex-end" }} disabled={address.trim() === ""} loading={isSaving}>
          {t("common:actions.save")}
        </Button>
      </Stack>
    </form>
  );
}
