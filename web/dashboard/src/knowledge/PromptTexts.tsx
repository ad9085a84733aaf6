// What the AI is told about its work, part by part.

import { useTranslation } from "react-i18next";
import { useHeard } from "@/api/useHeard";
import { Badge } from "@/ui/Badge";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { nameOfKey } from "./names";
import { PROMPTS } from "./prompt-documents";
import { PromptEditor } from "./PromptEditor";
import { TextLink, TextsLayout, Waiting } from "./TextsLayout";

export function PromptTexts({ id }: { id: string | undefined }) {
  const { t } = useTranslation("knowledge");
  const { data, isLoading, problem, refresh } = useRead(PROMPTS, {});
  useHeard(["system_prompt.changed"], refresh);
  const prompts = data?.systemPrompts ?? [];
  // There are few: the first one is opened by itself.
  const opened = prompts.find((prompt) => prompt.id === id) ?? prompts[0];
  return (
    <TextsLayout
      tab="prompts"
      label={t("texts.tabs.prompts")}
      isOpen={id !== undefined}
      list={
        <>
          {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
          {isLoading && <Waiting />}
          {prompts.map((prompt) => (
            <TextLink
              key={prompt.id}
              to={`/texts/prompts/${prompt.id}`}
              isOpened={prompt.id === opened?.id}
              title={nameOfKey(prompt.key)}
              aside={prompt.isShipped ? undefined : <Badge tone="info">{t("texts.own")}</Badge>}
              text={prompt.text}
            />
          ))}
        </>
      }
    >
      {opened && <PromptEditor key={opened.id} prompt={opened} refresh={refresh} />}
    </TextsLayout>
  );
}
