// One part of what the AI is told, and how it reads at this moment.

import { ScrollArea, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { useLanguageChoices } from "./languages";
import { nameOfKey } from "./names";
import { PROMPT_PREVIEW, PROMPT_RESET, PROMPT_RESTORE, PROMPT_UPDATE, type Prompt } from "./prompt-documents";
import { TextEditor } from "./TextEditor";
import { Unused } from "./Unused";
import { useTextEditing } from "./useTextEditing";
import { useVersions } from "./useVersions";
import { Versions } from "./Versions";

export function PromptEditor({ prompt, refresh }: { prompt: Prompt; refresh: () => void }) {
  const { t } = useTranslation("knowledge");
  const [update] = useChange(PROMPT_UPDATE);
  const [restore] = useChange(PROMPT_RESTORE);
  const [reset] = useChange(PROMPT_RESET);
  const { id, version: expectedVersion } = prompt;
  const title = nameOfKey(prompt.key);
  const names = prompt.variables.map(({ name }) => name);
  const editing = useTextEditing(prompt, names, title, async (asked) => {
    const { problem } = await update({ input: { id, ...asked } });
    if (problem?.code === "TEXT_CHANGED") refresh();
    return problem;
  });
  const versions = useVersions({
    restore: async (version) => (await restore({ input: { id, version, expectedVersion, idempotencyKey: newKey() } })).problem,
    reset: async () => (await reset({ input: { id, expectedVersion, idempotencyKey: newKey() } })).problem,
    onOvertaken: refresh,
  });
  return (
    <div className="texts-pair">
      <TextEditor
        title={title}
        version={prompt.version}
        updatedAt={prompt.updatedAt}
        isShipped={prompt.isShipped}
        variables={prompt.variables}
        editing={editing}
        minRows={16}
        onReset={() => void versions.askReset()}
        onVersions={versions.open}
      />
      <Preview id={id} text={editing.settled} isSound={editing.unknown.length === 0} />
      <Versions
        title={t("texts.versionsOf", { name: title })}
        current={prompt.text}
        newest={prompt.version}
        versions={prompt.versions}
        state={versions}
      />
    </div>
  );
}

function Preview({ id, text, isSound }: { id: string; text: string; isSound: boolean }) {
  const { t } = useTranslation("knowledge");
  const { settings } = useSession();
  const [language, setLanguage] = useState(settings.defaultLanguage);
  const isReady = isSound && text.trim() !== "";
  const { data, isLoading, problem, isRefreshing } = useRead(PROMPT_PREVIEW, { id, text, language }, { pause: !isReady });
  const preview = data?.systemPromptPreview;
  return (
    <Stack gap="sm" className="texts-preview" component="aside" aria-label={t("texts.promptPreview")}>
      <Select
        size="sm"
        label={t("texts.promptLanguage")}
        value={language}
        allowDeselect={false}
        onChange={(value) => {
          setLanguage(value ?? settings.defaultLanguage);
        }}
        data={useLanguageChoices()}
      />
      {problem && <ProblemNotice problem={problem} />}
      {isReady && isLoading && <Skeleton h={320} radius="md" />}
      {!isReady && !preview && (
        <Text fz="sm" className="muted">
          {t("texts.noPreview")}
        </Text>
      )}
      {preview && (
        <ScrollArea.Autosize
          mah="62vh"
          className="card"
          viewportProps={{ tabIndex: 0, role: "region", "aria-label": t("texts.promptPreview") }}
        >
          <Text fz="xs" p="sm" className="texts-told" aria-busy={isRefreshing} dir="ltr">
            {preview.text}
          </Text>
        </ScrollArea.Autosize>
      )}
      <Unused names={preview?.unusedVariables ?? []} />
    </Stack>
  );
}
