// What the owner hears of over WhatsApp, and whether the data is safe elsewhere.

import { Switch, TextInput } from "@mantine/core";
import { useSetting } from "../Setting";
import { useEditing } from "../useEdits";

export function NoticePhone() {
  const { values, edit, isReadOnly } = useEditing();
  return (
    <TextInput
      {...useSetting("noticePhone")}
      type="tel"
      dir="ltr"
      placeholder="+923001234567"
      autoComplete="off"
      value={values.noticePhone}
      readOnly={isReadOnly}
      onChange={(event) => {
        // However it was written down, with spaces or dashes.
        edit({ noticePhone: event.currentTarget.value.replace(/[\s()-]/g, "") });
      }}
    />
  );
}

export function Backups() {
  const { values, edit, isReadOnly } = useEditing();
  const { classNames: _classNames, ...shared } = useSetting("backupsAreMade");
  return (
    <Switch
      {...shared}
      mt="md"
      checked={values.backupsAreMade}
      disabled={isReadOnly}
      onChange={(event) => {
        edit({ backupsAreMade: event.currentTarget.checked });
      }}
    />
  );
}
