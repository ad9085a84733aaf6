// The shop: its name, money, clocks and languages.

import { Alert, Checkbox, Select, Stack, TextInput } from "@mantine/core";
import { Info } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CurrencySelect } from "@/ui/CurrencySelect";
import { useNow } from "@/ui/values";
import { useSetting } from "../Setting";
import { useEditing } from "../useEdits";
import { timeIn, timeZones } from "../zones";

const LANGUAGES = ["en", "ur", "ur-Latn", "ar", "es"] as const;
const LONGEST_NAME = 120;

export function Business() {
  return (
    <>
      <BusinessName />
      <Currency />
      <TimeZone />
      <OfferedLanguages />
      <DefaultLanguage />
    </>
  );
}

function BusinessName() {
  const { values, edit, isReadOnly } = useEditing();
  return (
    <TextInput
      {...useSetting("businessName")}
      value={values.businessName}
      readOnly={isReadOnly}
      maxLength={LONGEST_NAME}
      autoComplete="organization"
      dir="auto"
      onChange={(event) => {
        edit({ businessName: event.currentTarget.value });
      }}
    />
  );
}

function Currency() {
  const { t } = useTranslation("settings");
  const { values, saved, edit, isReadOnly } = useEditing();
  return (
    <>
      <CurrencySelect
        {...useSetting("currency")}
        value={values.currency}
        readOnly={isReadOnly}
        onChange={(currency) => {
          if (currency !== null) edit({ currency });
        }}
      />
      {values.currency !== saved.currency && (
        <Alert color="blue" icon={<Info size={18} aria-hidden />}>
          {t("currencyChange", { before: saved.currency, after: values.currency })}
        </Alert>
      )}
    </>
  );
}

function TimeZone() {
  const { t, i18n } = useTranslation(["settings", "common"]);
  const { values, saved, edit, isReadOnly } = useEditing();
  const now = useNow();
  const shared = useSetting("timeZone");
  const zones = useMemo(() => timeZones(saved.timeZone), [saved.timeZone]);
  const time = (zone: string) => timeIn(zone, now, i18n.language);
  return (
    <>
      <Select
        {...shared}
        description={
          <>
            {shared.description} <span className="nowrap">{t("timeThere", { time: time(values.timeZone) })}</span>
          </>
        }
        data={zones}
        value={values.timeZone}
        readOnly={isReadOnly}
        searchable
        allowDeselect={false}
        limit={60}
        nothingFoundMessage={t("common:list.nothingFound")}
        renderOption={({ option }) => (
          <span className="zone">
            <bdi dir="ltr">{option.value}</bdi>
            <span className="muted num">{time(option.value)}</span>
          </span>
        )}
        onChange={(timeZone) => {
          if (timeZone !== null) edit({ timeZone });
        }}
      />
      {values.timeZone !== saved.timeZone && (
        <Alert color="blue" icon={<Info size={18} aria-hidden />}>
          {t("timeZoneChange")}
        </Alert>
      )}
    </>
  );
}

function OfferedLanguages() {
  const { t } = useTranslation(["settings", "common"]);
  const { values, edit, isReadOnly } = useEditing();
  const { id, ...shared } = useSetting("offeredLanguages");
  return (
    <Checkbox.Group
      {...shared}
      value={values.offeredLanguages}
      onChange={(offeredLanguages) => {
        edit({ offeredLanguages });
      }}
    >
      <Stack gap={6} id={id} tabIndex={-1}>
        {LANGUAGES.map((tag) => (
          <Checkbox key={tag} value={tag} label={t(`common:languages.${tag}`)} disabled={isReadOnly} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function DefaultLanguage() {
  const { t } = useTranslation(["settings", "common"]);
  const { values, edit, isReadOnly } = useEditing();
  return (
    <Select
      {...useSetting("defaultLanguage")}
      value={values.defaultLanguage}
      readOnly={isReadOnly}
      allowDeselect={false}
      data={LANGUAGES.map((tag) => ({
        value: tag,
        label: t(`common:languages.${tag}`),
        disabled: !values.offeredLanguages.includes(tag),
      }))}
      onChange={(defaultLanguage) => {
        if (defaultLanguage !== null) edit({ defaultLanguage });
      }}
    />
  );
}
