// When the shop is open, day by day; a day without hours is closed, and a shop without days says nothing.

import { Alert, Button, Group, Switch, Text, TextInput } from "@mantine/core";
import { Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import { fieldId, useEditing } from "../useEdits";
import { WEEKDAYS, type Hours as OpeningHours, type OpenHours, type Weekday } from "../values";

const USUAL: OpenHours = { opensAt: "09:00", closesAt: "18:00" };

export function Hours() {
  const { t } = useTranslation("settings");
  const { values, errors, edit } = useEditing();
  const hours = values.businessHours;
  const isSilent = Object.keys(hours).length === 0;
  const set = (day: Weekday, open: OpenHours | undefined) => {
    const { [day]: _before, ...others } = hours;
    edit({ businessHours: open ? { ...others, [day]: open } : others });
  };
  return (
    <div id={fieldId("businessHours")} tabIndex={-1} className="hours" role="group" aria-label={t("fields.businessHours.label")}>
      <Text fz="sm" className="muted" mb="sm">
        {t("fields.businessHours.hint")}
      </Text>
      {WEEKDAYS.map((day) => (
        <Day key={day} day={day} open={hours[day]} usual={usualOf(hours)} onChange={set} />
      ))}
      {errors.businessHours && (
        <Text fz="sm" c="var(--app-bad)" role="alert" mt="xs">
          {errors.businessHours}
        </Text>
      )}
      {isSilent && (
        <Alert mt="sm" color="blue" icon={<Info size={18} aria-hidden />}>
          {t("hours.silent")}
        </Alert>
      )}
      <SameForAll />
    </div>
  );
}

/** What another day is likely to be like. */
function usualOf(hours: OpeningHours): OpenHours {
  return WEEKDAYS.map((day) => hours[day]).find((open) => open !== undefined) ?? USUAL;
}

interface DayProps {
  day: Weekday;
  open: OpenHours | undefined;
  usual: OpenHours;
  onChange: (day: Weekday, open: OpenHours | undefined) => void;
}

function Day({ day, open, usual, onChange }: DayProps) {
  const { t } = useTranslation("settings");
  const { isReadOnly } = useEditing();
  const name = useWeekday(day);
  const time = (end: keyof OpenHours) => (
    <TextInput
      type="time"
      aria-label={t(`hours.${end}`, { day: name })}
      value={open?.[end] ?? ""}
      readOnly={isReadOnly}
      w={124}
      onChange={(event) => {
        if (open) onChange(day, { ...open, [end]: event.currentTarget.value });
      }}
    />
  );
  return (
    <Group className="day" gap="sm">
      <Switch
        label={name}
        w={150}
        checked={open !== undefined}
        disabled={isReadOnly}
        onChange={(event) => {
          onChange(day, event.currentTarget.checked ? usual : undefined);
        }}
      />
      {open ? (
        <Group gap={8}>
          {time("opensAt")}
          <span aria-hidden>–</span>
          {time("closesAt")}
          {open.closesAt !== "" && open.closesAt < open.opensAt && (
            <Text fz="xs" className="muted">
              {t("hours.dayAfter")}
            </Text>
          )}
        </Group>
      ) : (
        <Text fz="sm" className="muted">
          {t("hours.closed")}
        </Text>
      )}
    </Group>
  );
}

function SameForAll() {
  const { t } = useTranslation("settings");
  const { values, edit, isReadOnly } = useEditing();
  const usual = usualOf(values.businessHours);
  if (isReadOnly) return null;
  return (
    <Button
      mt="sm"
      size="xs"
      variant="default"
      onClick={() => {
        edit({ businessHours: Object.fromEntries(WEEKDAYS.map((day) => [day, usual])) });
      }}
    >
      {t("hours.same", { opens: usual.opensAt, closes: usual.closesAt })}
    </Button>
  );
}

function useWeekday(day: Weekday): string {
  const { i18n } = useTranslation();
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)));
  return new Intl.DateTimeFormat(i18n.language, { weekday: "long", timeZone: "UTC" }).format(date);
}
