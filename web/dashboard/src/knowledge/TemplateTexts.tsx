// Every sentence that the program says to customers, by name and language.

import { Checkbox, Select, Stack, Text } from "@mantine/core";
import { MessageSquareText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { EmptyState } from "@/ui/EmptyState";
import { Pager, useFilter, usePaging } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useRead } from "@/ui/useRead";
import { useLanguageChoices } from "./languages";
import { nameOfKey } from "./names";
import { TemplateEditor } from "./TemplateEditor";
import { TEMPLATES } from "./text-documents";
import { TextLink, TextsLayout, Waiting } from "./TextsLayout";

const PAGE = 40;

export function TemplateTexts({ id }: { id: string | undefined }) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { settings } = useSession();
  const [search, setSearch] = useFilter("search");
  const [chosen, setLanguage] = useFilter("language");
  const [own, setOwn] = useFilter("own");
  const language = chosen ?? settings.defaultLanguage;
  const isShipped = own === null ? null : false;
  const { data, isLoading, problem, refresh } = useRead(TEMPLATES, { ...usePaging(PAGE), search, language, isShipped });
  useHeard(["message_template.changed"], refresh);
  const templates = data?.messageTemplates;
  return (
    <TextsLayout
      tab="templates"
      label={t("texts.tabs.templates")}
      isOpen={id !== undefined}
      filters={
        <Stack gap="xs">
          <SearchField label={t("texts.searchTemplates")} value={search} onSearch={setSearch} />
          <Select
            size="sm"
            aria-label={t("common:fields.language")}
            value={language}
            allowDeselect={false}
            onChange={setLanguage}
            data={useLanguageChoices()}
          />
          <Checkbox
            size="sm"
            label={t("texts.ownOnly")}
            checked={own !== null}
            onChange={(event) => {
              setOwn(event.currentTarget.checked ? "yes" : null);
            }}
          />
        </Stack>
      }
      list={
        <>
          {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
          {isLoading && <Waiting />}
          {templates?.nodes.map((template) => (
            <TextLink
              key={template.id}
              to={`/texts/templates/${template.id}`}
              isOpened={template.id === id}
              title={nameOfKey(template.key)}
              aside={template.isShipped ? undefined : <Badge tone="info">{t("texts.own")}</Badge>}
              text={template.text}
            />
          ))}
          {templates?.nodes.length === 0 && (
            <Text fz="sm" className="muted" p="md">
              {t(own === null ? "common:list.nothingFound" : "texts.noneOwn")}
            </Text>
          )}
          <Pager pageInfo={templates?.pageInfo} />
        </>
      }
    >
      {id === undefined ? (
        <div className="card texts-empty">
          <EmptyState icon={MessageSquareText} title={t("texts.chooseTemplate")} advice={t("texts.chooseTemplateAdvice")} />
        </div>
      ) : (
        <TemplateEditor key={id} id={id} />
      )}
    </TextsLayout>
  );
}
