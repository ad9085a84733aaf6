// A customer's question, and the entries that the assistant would find for it.

import { Button, Loader, Select, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { useFilter } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useRead } from "@/ui/useRead";
import { Words } from "@/ui/values";
import { WhatsappText } from "@/ui/WhatsappText";
import { ANSWERS } from "./documents";
import { useLanguageChoices } from "./languages";

const LONGEST = 500;

export function TryIt({ onMissing }: { onMissing: ((question: string) => void) | undefined }) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { settings } = useSession();
  const [asked, setAsked] = useFilter("ask");
  const [language, setLanguage] = useState(settings.defaultLanguage);
  const question = asked ?? "";
  const { data, problem, isLoading, isRefreshing, refresh } = useRead(ANSWERS, { question, language }, { pause: question === "" });
  const found = question === "" ? undefined : data?.knowledgeAnswers;
  return (
    <aside className="card knowledge-try" aria-labelledby="try-it">
      <Stack gap="sm">
        <div>
          <Title order={2} fz="md" id="try-it">
            {t("try.title")}
          </Title>
          <Text fz="xs" className="muted">
            {t("try.what")}
          </Text>
        </div>
        <SearchField label={t("try.question")} value={asked} onSearch={setAsked} maxLength={LONGEST} />
        <Select
          size="sm"
          aria-label={t("try.language")}
          value={language}
          allowDeselect={false}
          onChange={(value) => {
            setLanguage(value ?? settings.defaultLanguage);
          }}
          data={useLanguageChoices()}
        />
        <div role="status" aria-busy={isLoading || isRefreshing}>
          {question === "" && (
            <Text fz="sm" className="muted">
              {t("try.begin")}
            </Text>
          )}
          {question !== "" && isLoading && <Loader size="sm" aria-label={t("common:list.loading")} />}
          {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
          {found?.length === 0 && (
            <Stack gap="xs" align="flex-start">
              <Text fz="sm">{t("try.nothing")}</Text>
              {onMissing && (
                <Button
                  size="xs"
                  variant="light"
                  onClick={() => {
                    onMissing(question);
                  }}
                >
                  {t("try.make")}
                </Button>
              )}
            </Stack>
          )}
          {found && found.length > 0 && (
            <ol className="knowledge-found">
              {found.map((entry, place) => (
                <li key={entry.id}>
                  {place === 0 && <Badge tone="good">{t("try.best")}</Badge>}
                  <Text fz="sm" fw={600} mt={place === 0 ? 6 : 0}>
                    <Words>{entry.question}</Words>
                  </Text>
                  <Text fz="sm" component="div">
                    <WhatsappText>{entry.answer}</WhatsappText>
                  </Text>
                </li>
              ))}
            </ol>
          )}
        </div>
      </Stack>
    </aside>
  );
}
