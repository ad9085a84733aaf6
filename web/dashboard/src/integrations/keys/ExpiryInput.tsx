// When a key ends by itself.

import { Group, Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { dayOf } from "@/i18n/days";
import { useSession } from "@/session/session";
import { useNow } from "@/ui/values";
import { ENDS, type End } from "./expiry";

export interface ExpiryValues {
  end: End;
  day: string;
}

export function ExpiryInput<Values extends ExpiryValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation("integrations");
  const { timeZone } = useSession().settings;
  const now = useNow();
  return (
    <Group gap="sm" align="flex-start" grow>
      <Select
        label={t("keys.expires")}
        allowDeselect={false}
        data={ENDS.map((value) => ({ value, label: t(`keys.ends.${value}`) }))}
        {...form.getInputProps("end")}
      />
      {form.getValues().end === "day" && (
        <TextInput label={t("keys.lastDay")} type="date" min={dayOf(now, timeZone)} required {...form.getInputProps("day")} />
      )}
    </Group>
  );
}
