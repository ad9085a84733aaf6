// Searching and choosing among the chats; all of it stands in the address.

import { ActionIcon, Box, Group, Indicator, Popover, Select, Stack, TextInput, Title, UnstyledButton } from "@mantine/core";
import { SlidersHorizontal } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import { useFilter } from "@/ui/paging";
import { SearchField } from "@/ui/SearchField";
import { useRead } from "@/ui/useRead";
import { ANSWERERS, STATUSES, VIEWS } from "./useChats";

const NUMBERS = graphql(`
  query ChatNumbers {
    whatsappAccounts(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export function ListHead() {
  const { t } = useTranslation("conversations");
  const [search, setSearch] = useFilter("search");
  const [view, setView] = useFilter("view");
  return (
    <Box className="chat-list-head">
      <Title order={1} fz="lg">
        {t("title")}
      </Title>
      <Group gap={6} wrap="nowrap">
        <SearchField key={String(search === null)} flex={1} label={t("search")} value={search} onSearch={setSearch} />
        <MoreFilters />
      </Group>
      <Group gap={4} role="group" aria-label={t("filters.views")}>
        {VIEWS.map((name) => {
          const isChosen = (view ?? "all") === name;
          return (
            <UnstyledButton
              key={name}
              className="chat-pill"
              aria-pressed={isChosen}
              onClick={() => {
                setView(name === "all" ? null : name);
              }}
            >
              {t(`views.${name}`)}
            </UnstyledButton>
          );
        })}
      </Group>
    </Box>
  );
}

function MoreFilters() {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const title = useId();
  const [answers, setAnswers] = useFilter("answers");
  const [status, setStatus] = useFilter("status");
  const [number, setNumber] = useFilter("number");
  const [tag, setTag] = useFilter("tag");
  const { data } = useRead(NUMBERS, {});
  const numbers = data?.whatsappAccounts?.nodes ?? [];
  const chosen = [answers, status, number, tag].filter((each) => each !== null).length;
  const clear = { clearable: true, clearButtonProps: { "aria-label": common("actions.clear") }, comboboxProps: { withinPortal: false } };
  return (
    <Popover width={280} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Indicator disabled={chosen === 0} label={chosen} size={16} color="brand" offset={4}>
        <Popover.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={chosen === 0 ? t("filters.open") : t("filters.openChosen", { count: chosen })}
          >
            <SlidersHorizontal size={16} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-labelledby={title}>
        <Stack gap="sm">
          <Title order={2} fz="sm" id={title}>
            {t("filters.title")}
          </Title>
          <Select
            {...clear}
            size="sm"
            label={t("filters.answers")}
            placeholder={t("filters.any")}
            value={answers}
            onChange={setAnswers}
            data={ANSWERERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
          />
          <Select
            {...clear}
            size="sm"
            label={t("filters.status")}
            placeholder={t("filters.any")}
            value={status}
            onChange={setStatus}
            data={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          {numbers.length > 1 && (
            <Select
              {...clear}
              size="sm"
              label={t("filters.number")}
              placeholder={t("filters.any")}
              value={number}
              onChange={setNumber}
              data={numbers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextInput
            size="sm"
            label={t("filters.tag")}
            placeholder={t("filters.any")}
            defaultValue={tag ?? ""}
            onBlur={(event) => {
              setTag(event.currentTarget.value.trim());
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter") setTag(event.currentTarget.value.trim());
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
