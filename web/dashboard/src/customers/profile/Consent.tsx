// Whether they agreed to hear of offers, since when and where; nothing is sent unasked without it.

import { Button, Group, Text, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { useConfirm } from "@/ui/confirm";
import { Section } from "@/ui/Page";
import { useProblemText } from "@/ui/problems";
import { When, Words } from "@/ui/values";
import type { CustomerProfile } from "../documents";
import { useUpdate } from "../useUpdate";

const LONGEST_SOURCE = 120;

export function Consent({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const { can } = useSession();
  const mayWrite = can("customers:write");
  return (
    <Section title={t("consent.title")}>
      {customer.consentedAt === null ? (
        <>
          <Text fz="sm">{t("consent.none")}</Text>
          {mayWrite && <NoteConsent customer={customer} />}
        </>
      ) : (
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Text fz="sm">
              {t("consent.given")} <When time={customer.consentedAt} />
            </Text>
            <Text fz="sm" className="muted">
              <Words>{customer.consentSource}</Words>
            </Text>
          </div>
          {mayWrite && <TakeBack customer={customer} />}
        </Group>
      )}
    </Section>
  );
}

function NoteConsent({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) {
    return (
      <SourceForm
        customer={customer}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    );
  }
  return (
    <Button
      mt="xs"
      size="xs"
      variant="default"
      onClick={() => {
        setIsOpen(true);
      }}
    >
      {t("consent.note")}
    </Button>
  );
}

function SourceForm({ customer, onClose }: { customer: CustomerProfile; onClose: () => void }) {
  const { t } = useTranslation(["customers", "common"]);
  const text = useProblemText();
  const [update, isBusy] = useUpdate(customer.id);
  const [source, setSource] = useState("");
  const [error, setError] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const save = async () => {
    if (source.trim() === "") {
      setError(t("consent.missing"));
      return;
    }
    const problem = await update({ consent: { isGiven: true, source } }, { isQuiet: true });
    setError(problem && text(problem));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        ref={input}
        mt="xs"
        label={t("consent.source")}
        placeholder={t("consent.example")}
        maxLength={LONGEST_SOURCE}
        dir="auto"
        value={source}
        error={error}
        onChange={(event) => {
          setSource(event.currentTarget.value);
        }}
      />
      <Group justify="flex-end" gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onClose}>
          {t("common:actions.cancel")}
        </Button>
        <Button size="xs" type="submit" loading={isBusy}>
          {t("common:actions.save")}
        </Button>
      </Group>
    </form>
  );
}

function TakeBack({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const confirm = useConfirm();
  const [update, isBusy] = useUpdate(customer.id);
  const take = async () => {
    const isSure = await confirm({ title: t("consent.takeBack"), text: t("consent.takeBackText"), action: t("consent.takeBack") });
    if (isSure) await update({ consent: { isGiven: false, source: "" } });
  };
  return (
    <Button size="xs" variant="default" loading={isBusy} onClick={() => void take()}>
      {t("consent.takeBack")}
    </Button>
  );
}
