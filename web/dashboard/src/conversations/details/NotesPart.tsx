// What staff tell each other about a chat; the customer never sees it.

import { ActionIcon, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { Ago, Words } from "@/ui/values";
import { NOTE_ADD, NOTE_DELETE } from "../changes";
import type { Beside } from "./documents";
import { Part } from "./Part";

const LONGEST_NOTE = 4000;

type Note = NonNullable<Beside["notes"]>["nodes"][number];

export function NotesPart({ chat, notes }: { chat: string; notes: readonly Note[] }) {
  const { t } = useTranslation("conversations");
  const { can } = useSession();
  return (
    <Part title={t("notes.title")}>
      <Stack gap="xs">
        {notes.length === 0 ? (
          <Text fz="sm" className="muted">
            {t("notes.none")}
          </Text>
        ) : (
          <Stack component="ul" gap="xs" className="chat-plain-list">
            {notes.map((note) => (
              <NoteCard key={note.id} note={note} />
            ))}
          </Stack>
        )}
        {can("conversations:write") && <AddNote key={chat} chat={chat} />}
      </Stack>
    </Part>
  );
}

function NoteCard({ note: { id, createdAt, staff, text } }: { note: Note }) {
  const { t } = useTranslation("conversations");
  const { can, viewer } = useSession();
  const confirm = useConfirm();
  const tell = useTell();
  const [remove, isRemoving] = useChange(NOTE_DELETE);
  const { t: common } = useTranslation();
  const mayRemove = can("conversations:write") && (staff?.id === viewer.staff.id || can("staff:manage"));
  const ask = async () => {
    const question = { title: t("notes.deleteTitle"), text, action: common("actions.delete"), isDangerous: true };
    if (!(await confirm(question))) return;
    const { problem } = await remove({ id });
    if (problem) tell.problem(problem);
  };
  return (
    <li className="chat-note">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fz="xs" className="muted clip">
          <Words>{staff?.name ?? t("notes.somebody")}</Words> · <Ago time={createdAt} />
        </Text>
        {mayRemove && (
          <ActionIcon size="sm" aria-label={t("notes.delete")} loading={isRemoving} onClick={() => void ask()}>
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <Text fz="sm" className="chat-note-text">
        <Words>{text}</Words>
      </Text>
    </li>
  );
}

function AddNote({ chat }: { chat: string }) {
  const { t } = useTranslation("conversations");
  const tell = useTell();
  const { keyFor, done } = useIntention();
  const [text, setText] = useState("");
  const [add, isAdding] = useChange(NOTE_ADD);
  const save = async () => {
    const words = text.trim();
    if (words === "" || isAdding) return;
    const { problem } = await add({ id: chat, text: words, key: keyFor(words) });
    if (problem) {
      tell.problem(problem);
      return;
    }
    done();
    setText("");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        maxLength={LONGEST_NOTE}
        aria-label={t("notes.label")}
        placeholder={t("notes.placeholder")}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <Button type="submit" size="xs" variant="default" mt={6} loading={isAdding} disabled={text.trim() === ""}>
        {t("notes.add")}
      </Button>
    </form>
  );
}
