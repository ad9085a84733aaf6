// A note from the team to the team, at the end of the timeline.

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useProblemText } from "@/ui/problems";
import { NOTE_ADD } from "./orderQuery";

export function NoteForm({ orderId }: { orderId: string }) {
  const { t } = useTranslation(["orders", "common"]);
  const { can } = useSession();
  const textOf = useProblemText();
  const { keyFor, done } = useIntention();
  const [add, isBusy] = useChange(NOTE_ADD);
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<string>();
  if (!can("orders:write")) return null;
  const send = async () => {
    if (isBusy) return;
    if (text.trim() === "") {
      setTrouble(t("note.missing"));
      return;
    }
    const input = { id: orderId, text: text.trim() };
    const { problem } = await add({ input: { ...input, idempotencyKey: keyFor(input) } });
    if (problem) {
      setTrouble(textOf(problem));
      return;
    }
    done();
    setText("");
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="xs" mt="md">
        <Textarea
          label={t("note.label")}
          placeholder={t("note.placeholder")}
          dir="auto"
          autosize
          minRows={2}
          maxRows={10}
          maxLength={4000}
          value={text}
          error={trouble}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setTrouble(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void send();
          }}
        />
        <Group justify="flex-end">
          <Button type="submit" size="sm" variant="default" loading={isBusy}>
            {t("note.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
