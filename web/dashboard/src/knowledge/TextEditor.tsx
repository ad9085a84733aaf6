// The field of a text with its variables, and the way back to what was said before.

import { Alert, Button, Group, Stack, Text, Textarea, Title, Tooltip } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { Braces, History, RotateCcw, TriangleAlert } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { ProblemNotice } from "@/ui/problems";
import { Ago } from "@/ui/values";
import type { TextEditing } from "./useTextEditing";

export interface Variable {
  name: string;
  description?: string;
}

interface TextEditorProps {
  title: string;
  aside?: ReactNode;
  version: number;
  updatedAt: string | null;
  isShipped: boolean;
  variables: readonly Variable[];
  editing: TextEditing;
  minRows: number;
  onReset: () => void;
  onVersions: () => void;
}

export function TextEditor(props: TextEditorProps) {
  const { title, aside, version, updatedAt, isShipped, variables, editing, minRows, onReset, onVersions } = props;
  const { t } = useTranslation(["knowledge", "common"]);
  const { can } = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const mayWrite = can("knowledge:write");
  const maySave = mayWrite && editing.isDirty && editing.unknown.length === 0 && editing.text.trim() !== "";
  useHotkeys([["mod+S", () => maySave && void editing.save()]], []);
  const insert = (name: string) => {
    const area = field.current;
    const { selectionStart = editing.text.length, selectionEnd = editing.text.length } = area ?? {};
    const word = `{${name}}`;
    editing.write(editing.text.slice(0, selectionStart) + word + editing.text.slice(selectionEnd));
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(selectionStart + word.length, selectionStart + word.length);
    });
  };
  return (
    <Stack gap="sm" className="card texts-editor" component="section" aria-label={title}>
      <Group justify="space-between" gap="xs">
        <div>
          <Group gap="xs">
            <Title order={2}>{title}</Title>
            <Badge tone={isShipped ? "idle" : "info"}>{t(isShipped ? "texts.shipped" : "texts.own")}</Badge>
            {aside}
          </Group>
          <Text fz="xs" className="muted">
            {version === 0 || updatedAt === null ? (
              t("texts.neverChanged")
            ) : (
              <>
                {t("texts.version", { version })} · <Ago time={updatedAt} />
              </>
            )}
          </Text>
        </div>
        <Group gap="xs">
          <Button size="xs" variant="default" leftSection={<History size={14} aria-hidden />} onClick={onVersions} disabled={version === 0}>
            {t("texts.versions")}
          </Button>
          {mayWrite && (
            <Button size="xs" variant="default" leftSection={<RotateCcw size={14} aria-hidden />} onClick={onReset} disabled={isShipped}>
              {t("texts.reset")}
            </Button>
          )}
        </Group>
      </Group>
      {editing.isOvertaken && (
        <Alert role="alert" color="orange" icon={<TriangleAlert size={18} aria-hidden />} title={t("texts.overtaken")}>
          <Text fz="sm" c="inherit" mb="xs">
            {t("texts.overtakenAdvice")}
          </Text>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={editing.takeTheirs}>
              {t("texts.takeTheirs")}
            </Button>
            <Button size="xs" variant="default" onClick={editing.keepMine}>
              {t("texts.keepMine")}
            </Button>
          </Group>
        </Alert>
      )}
      <Textarea
        ref={field}
        aria-label={title}
        autosize
        minRows={minRows}
        maxRows={28}
        readOnly={!mayWrite}
        value={editing.text}
        error={editing.unknown.length > 0 ? t("texts.unknown", { count: editing.unknown.length, names: listed(editing.unknown) }) : undefined}
        onChange={(event) => {
          editing.write(event.currentTarget.value);
        }}
      />
      {variables.length > 0 && (
        <Group gap={6} role="group" aria-label={t("texts.variables")}>
          <Text fz="xs" className="muted">
            {t(mayWrite ? "texts.insert" : "texts.variables")}
          </Text>
          {variables.map(({ name, description }) => (
            <Tooltip key={name} label={description} disabled={!description} multiline maw={260}>
              <Button
                size="compact-xs"
                variant="default"
                className="texts-variable"
                leftSection={<Braces size={12} aria-hidden />}
                disabled={!mayWrite}
                aria-description={description}
                onClick={() => {
                  insert(name);
                }}
              >
                <bdi dir="ltr">{name}</bdi>
              </Button>
            </Tooltip>
          ))}
        </Group>
      )}
      {editing.problem && !editing.isOvertaken && <ProblemNotice problem={editing.problem} />}
      {mayWrite && (
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="sm" disabled={!editing.isDirty} onClick={editing.takeTheirs}>
            {t("texts.discard")}
          </Button>
          <Button
            size="sm"
            loading={editing.isSaving}
            disabled={!maySave}
            aria-keyshortcuts="Control+S"
            onClick={() => void editing.save()}
          >
            {t("common:actions.save")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function listed(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(", ");
}
