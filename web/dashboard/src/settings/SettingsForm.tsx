// All that can be set, saved together: what is wrong is named at its field, and nothing typed is lost.

import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "@/ui/problems";
import { useUnsaved } from "@/ui/useUnsaved";
import type { ShopSettings } from "./documents";
import { Part } from "./Part";
import { SaveBar } from "./SaveBar";
import { Business } from "./sections/Business";
import { Hours } from "./sections/Hours";
import { Backups, NoticePhone } from "./sections/Owner";
import { Answering, Orders, Retention } from "./sections/Rules";
import { EditingContext } from "./useEdits";
import { useSaving } from "./useSaving";

export function SettingsForm({ settings, isReadOnly }: { settings: ShopSettings; isReadOnly: boolean }) {
  const { t } = useTranslation("common");
  const { editing, changed, problem, isSaving, save, discard } = useSaving(settings, isReadOnly);
  useUnsaved(changed.length > 0, t("unsaved"));
  return (
    <EditingContext value={editing}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="lg">
          <Part name="business">
            <Business />
          </Part>
          <Part name="hours">
            <Hours />
          </Part>
          <Part name="answering">
            <Answering />
          </Part>
          <Part name="orders">
            <Orders />
          </Part>
          <Part name="retention">
            <Retention />
          </Part>
          <Part name="owner">
            <NoticePhone />
            <Backups />
          </Part>
          {problem && <ProblemNotice problem={problem} />}
          {changed.length > 0 && <SaveBar changed={changed} isSaving={isSaving} onDiscard={discard} />}
        </Stack>
      </form>
    </EditingContext>
  );
}
