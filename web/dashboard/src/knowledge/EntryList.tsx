// The entries in their order: where two fit alike, the first one answers.

import { ActionIcon, Badge as Word, Group, Menu, Switch, Text, Title, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { startTransition, useOptimistic, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { SortableList, type Steps } from "@/ui/SortableList";
import { Words } from "@/ui/values";
import { ENTRY_DELETE, ENTRY_REORDER, ENTRY_UPDATE, type Entry } from "./documents";
import { useLanguageName } from "./languages";

interface EntryListProps {
  entries: readonly Entry[];
  isFixed: boolean;
  onEdit: (id: string) => void;
}

export function EntryList({ entries, isFixed, onEdit }: EntryListProps) {
  const { t } = useTranslation("knowledge");
  const tell = useTell();
  const [reorder] = useChange(ENTRY_REORDER);
  return (
    <SortableList
      label={t("title")}
      items={entries}
      nameOf={({ question }) => question}
      isFixed={isFixed}
      className="knowledge-list"
      onOrder={async (ids) => {
        const { problem } = await reorder({ input: { ids, idempotencyKey: newKey() } });
        if (problem) tell.problem(problem);
        return problem === undefined;
      }}
      render={(entry, handle, steps) => (
        <EntryRow
          entry={entry}
          handle={handle}
          steps={steps}
          onEdit={() => {
            onEdit(entry.id);
          }}
        />
      )}
    />
  );
}

interface EntryRowProps {
  entry: Entry;
  handle: ReactNode;
  steps: Steps;
  onEdit: () => void;
}

function EntryRow({ entry, handle, steps, onEdit }: EntryRowProps) {
  const { can } = useSession();
  const nameOf = useLanguageName();
  const mayWrite = can("knowledge:write");
  return (
    <article className="knowledge-entry" data-off={!entry.isActive || undefined} aria-labelledby={`entry-${entry.id}`}>
      {handle}
      <div className="knowledge-words">
        <Title order={2} fz="sm" fw={620} id={`entry-${entry.id}`}>
          {mayWrite ? (
            <UnstyledButton className="knowledge-name" onClick={onEdit}>
              <Words>{entry.question}</Words>
            </UnstyledButton>
          ) : (
            <Words>{entry.question}</Words>
          )}
        </Title>
        <Text fz="sm" className="muted" lineClamp={2}>
          <Words>{entry.answer}</Words>
        </Text>
        <Group gap={6} mt={4}>
          <Word variant="default" size="sm" tt="none" fw={500}>
            {nameOf(entry.language)}
          </Word>
          {entry.keywords.map((word) => (
            <Text key={word} fz="xs" className="muted">
              <Words>{word}</Words>
            </Text>
          ))}
        </Group>
      </div>
      <UseSwitch entry={entry} />
      {mayWrite && <EntryMenu entry={entry} steps={steps} onEdit={onEdit} />}
    </article>
  );
}

function UseSwitch({ entry }: { entry: Entry }) {
  const { t } = useTranslation("knowledge");
  const { can } = useSession();
  const tell = useTell();
  const [update] = useChange(ENTRY_UPDATE);
  const [isActive, setActive] = useOptimistic(entry.isActive);
  if (!can("knowledge:write")) return <Badge tone={isActive ? "good" : "idle"}>{t(isActive ? "use.active" : "use.unused")}</Badge>;
  return (
    <Switch
      size="sm"
      checked={isActive}
      aria-label={t("use.of", { question: entry.question })}
      withThumbIndicator={false}
      onChange={({ currentTarget: { checked } }) => {
        startTransition(async () => {
          setActive(checked);
          const { problem } = await update({ input: { id: entry.id, changes: { isActive: checked }, idempotencyKey: newKey() } });
          if (problem) tell.problem(problem);
        });
      }}
    />
  );
}

function EntryMenu({ entry, steps, onEdit }: { entry: Entry; steps: Steps; onEdit: () => void }) {
  const { t } = useTranslation(["knowledge", "common"]);
  const tell = useTell();
  const confirm = useConfirm();
  const [remove] = useChange(ENTRY_DELETE);
  const ask = async () => {
    const isSure = await confirm({
      title: t("delete.title"),
      text: t("delete.text", { question: entry.question }),
      action: t("common:actions.delete"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem } = await remove({ input: { id: entry.id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("delete.done"));
  };
  return (
    <Menu position="bottom-end" width={190} withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`${t("common:actions.more")}: ${entry.question}`}>
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={15} aria-hidden />} onClick={onEdit}>
          {t("common:actions.edit")}
        </Menu.Item>
        {(steps.up ?? steps.down) && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<ArrowUp size={15} aria-hidden />} disabled={!steps.up} onClick={steps.up}>
              {t("common:sort.up")}
            </Menu.Item>
            <Menu.Item leftSection={<ArrowDown size={15} aria-hidden />} disabled={!steps.down} onClick={steps.down}>
              {t("common:sort.down")}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Trash2 size={15} aria-hidden />} onClick={() => void ask()}>
          {t("common:actions.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
