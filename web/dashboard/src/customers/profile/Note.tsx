// What staff should know about a customer; the assistant reads it too, and the customer never sees it.

import { Button, Group, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Section } from "@/ui/Page";
import { useProblemText } from "@/ui/problems";
import { Words } from "@/ui/values";
import type { CustomerProfile } from "../documents";
import { useUpdate } from "../useUpdate";

const LONGEST_NOTE = 4000;

export function Note({ customer: { id, note } }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const { can } = useSession();
  const text = useProblemText();
  const [update, isBusy] = useUpdate(id);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const isChanged = typed !== null && typed !== note;
  const save = async () => {
    const problem = await update({ note: typed ?? "" }, { isQuiet: true });
    setError(problem && text(problem));
    if (!problem) setTyped(null);
  };
  if (!can("customers:write")) {
    return (
      <Section title={t("note.title")}>
        <Text fz="sm" className={note === "" ? "muted" : "written"}>
          {note === "" ? t("common:fields.none") : <Words>{note}</Words>}
        </Text>
      </Section>
    );
  }
  return (
    <Section title={t("note.title")}>
      <Textarea
        aria-label={t("note.title")}
        description={t("note.hint")}
        dir="auto"
        autosize
        minRows={3}
        maxRows={14}
        maxLength={LONGEST_NOTE}
        value={typed ?? note}
        error={error}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {isChanged && (
        <Group justify="flex-end" mt="xs" gap="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setTyped(null);
              setError(undefined);
            }}
          >
            {t("common:actions.cancel")}
          </Button>
          <Button size="xs" loading={isBusy} onClick={() => void save()}>
            {t("note.save")}
          </Button>
        </Group>
      )}
    </Section>
  );
}
