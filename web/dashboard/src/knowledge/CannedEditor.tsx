// One canned reply, new or known, and how it reads on a phone.

import { Button, Group, Select, Skeleton, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { SearchX, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newKey, useIntention } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { ChatPhone } from "@/ui/ChatPhone";
import { useConfirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { useRead } from "@/ui/useRead";
import { useUnsaved } from "@/ui/useUnsaved";
import { CANNED_CREATE, CANNED_DELETE, CANNED_REPLY, CANNED_UPDATE, type Canned } from "./canned-documents";
import { useLanguageChoices } from "./languages";

const LONGEST = { shortcut: 40, text: 4096 };
const SHORTCUT = /^[\p{L}\p{N}_-]+$/u;

export function CannedEditor({ id }: { id: string | undefined }) {
  const { t } = useTranslation("knowledge");
  const { data, isLoading, problem, refresh } = useRead(CANNED_REPLY, { id: id ?? "" }, { pause: id === undefined });
  if (id === undefined) return <Opened reply={undefined} />;
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (isLoading) return <Skeleton h={320} radius="lg" />;
  const reply = data?.node;
  if (!reply || !("shortcut" in reply)) return <EmptyState icon={SearchX} title={t("texts.gone")} />;
  return <Opened reply={reply} />;
}

function Opened({ reply }: { reply: Canned | undefined }) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { can, settings } = useSession();
  const tell = useTell();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [problem, setProblem] = useState<Problem>();
  const [create, isCreating] = useChange(CANNED_CREATE);
  const [update, isUpdating] = useChange(CANNED_UPDATE);
  const [remove] = useChange(CANNED_DELETE);
  const mayWrite = can("conversations:write");
  const title = reply ? `/${reply.shortcut}` : t("canned.new");
  const form = useForm({
    initialValues: {
      shortcut: reply?.shortcut ?? "",
      language: reply?.language ?? settings.defaultLanguage,
      text: reply?.text ?? "",
    },
    validate: {
      shortcut: (shortcut) => (SHORTCUT.test(shortcut) ? null : t("canned.badShortcut")),
      text: (text) => (text.trim() === "" ? t("canned.needsText") : null),
    },
  });
  const isDirty = form.isDirty();
  useUnsaved(isDirty, title);
  const save = async () => {
    const values = form.getValues();
    const idempotencyKey = keyFor(values);
    const done = reply
      ? await update({ input: { id: reply.id, changes: values, idempotencyKey } })
      : await create({ input: { ...values, idempotencyKey } });
    if (done.problem) {
      setProblem(putToField(form, done.problem));
      return;
    }
    setProblem(undefined);
    form.resetDirty(values);
    tell.done(t("common:toast.saved"));
    // The guard for what is unsaved must see that nothing is any more.
    if (reply === undefined) setTimeout(() => void navigate(`/texts/replies/${done.payload.cannedReply.id}`));
  };
  const erase = async (known: Canned) => {
    const isSure = await confirm({
      title: t("canned.deleteTitle", { shortcut: known.shortcut }),
      text: t("canned.deleteText"),
      action: t("common:actions.delete"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem: refused } = await remove({ input: { id: known.id, idempotencyKey: newKey() } });
    if (refused) tell.problem(refused);
    else void navigate("/texts/replies");
  };
  return (
    <div className="texts-pair">
      <form
        className="card texts-editor"
        noValidate
        aria-label={title}
        onSubmit={form.onSubmit(() => void save())}
      >
        <Stack gap="sm">
          <Group justify="space-between">
            <Title order={2}>
              <bdi>{title}</bdi>
            </Title>
            {reply && mayWrite && (
              <Button size="xs" variant="subtle" color="red" leftSection={<Trash2 size={14} aria-hidden />} onClick={() => void erase(reply)}>
                {t("common:actions.delete")}
              </Button>
            )}
          </Group>
          <Group gap="sm" align="flex-start" grow>
            <TextInput
              label={t("canned.shortcut")}
              description={t("canned.shortcutHelp")}
              leftSection="/"
              maxLength={LONGEST.shortcut}
              readOnly={!mayWrite}
              required
              {...form.getInputProps("shortcut")}
            />
            <Select
              label={t("common:fields.language")}
              description={t("canned.languageHelp")}
              allowDeselect={false}
              readOnly={!mayWrite}
              data={useLanguageChoices()}
              {...form.getInputProps("language")}
            />
          </Group>
          <Textarea
            label={t("canned.text")}
            autosize
            minRows={6}
            maxRows={20}
            maxLength={LONGEST.text}
            readOnly={!mayWrite}
            required
            {...form.getInputProps("text")}
          />
          {problem && <ProblemNotice problem={problem} />}
          {mayWrite && (
            <Group justify="flex-end">
              <Button type="submit" loading={isCreating || isUpdating} disabled={!isDirty}>
                {t(reply ? "common:actions.save" : "common:actions.create")}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
      <aside className="texts-preview" aria-label={t("texts.preview")}>
        <ChatPhone label={t("texts.preview")} messages={form.getValues().text.trim() === "" ? [] : [form.getValues().text]} />
      </aside>
    </div>
  );
}
