// Texts that staff send often, found by a short word while they write to a customer.

import { Button, Select, Stack, Text } from "@mantine/core";
import { MessageSquareQuote, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { useFilter } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useRead } from "@/ui/useRead";
import { CANNED_REPLIES } from "./canned-documents";
import { CannedEditor } from "./CannedEditor";
import { useLanguageChoices, useLanguageName } from "./languages";
import { TextLink, TextsLayout, Waiting } from "./TextsLayout";

const NEW = "new";

export function CannedTexts({ id }: { id: string | undefined }) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { can } = useSession();
  const navigate = useNavigate();
  const nameOf = useLanguageName();
  const [search, setSearch] = useFilter("search");
  const [language, setLanguage] = useFilter("language");
  const { data, isLoading, problem, refresh } = useRead(CANNED_REPLIES, { search, language });
  useHeard(["canned_reply.changed"], refresh);
  const replies = data?.cannedReplies?.nodes;
  const mayWrite = can("conversations:write");
  const make = () => void navigate(`/texts/replies/${NEW}`);
  return (
    <TextsLayout
      tab="replies"
      label={t("texts.tabs.replies")}
      isOpen={id !== undefined}
      filters={
        <Stack gap="xs">
          {mayWrite && (
            <Button size="sm" variant="light" leftSection={<Plus size={16} aria-hidden />} onClick={make}>
              {t("canned.new")}
            </Button>
          )}
          <SearchField label={t("canned.search")} value={search} onSearch={setSearch} />
          <Select
            size="sm"
            aria-label={t("common:fields.language")}
            placeholder={t("anyLanguage")}
            clearable
            clearButtonProps={{ "aria-label": t("common:actions.clear") }}
            value={language}
            onChange={setLanguage}
            data={useLanguageChoices()}
          />
        </Stack>
      }
      list={
        <>
          {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
          {isLoading && <Waiting />}
          {replies?.map((reply) => (
            <TextLink
              key={reply.id}
              to={`/texts/replies/${reply.id}`}
              isOpened={reply.id === id}
              title={<bdi>/{reply.shortcut}</bdi>}
              aside={<span className="texts-link-aside">{nameOf(reply.language)}</span>}
              text={reply.text}
            />
          ))}
          {replies?.length === 0 && (
            <Text fz="sm" className="muted" p="md">
              {t(search === null && language === null ? "canned.none" : "common:list.nothingFound")}
            </Text>
          )}
        </>
      }
    >
      {id === undefined ? (
        <div className="card texts-empty">
          <EmptyState
            icon={MessageSquareQuote}
            title={t("canned.choose")}
            advice={t("canned.chooseAdvice")}
            action={
              mayWrite && (
                <Button mt="sm" onClick={make}>
                  {t("canned.new")}
                </Button>
              )
            }
          />
        </div>
      ) : (
        <CannedEditor key={id} id={id === NEW ? undefined : id} />
      )}
    </TextsLayout>
  );
}
