// How long things wait: answers, orders, silence, and what is kept.

import { Alert } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NumberSetting } from "../Setting";
import { useEditing } from "../useEdits";

export function Answering() {
  return (
    <>
      <NumberSetting name="quietSeconds" unit="seconds" />
      <NumberSetting name="longestWaitSeconds" unit="seconds" />
      <NumberSetting name="aiResumeMinutes" unit="minutes" />
      <NumberSetting name="recentMinutes" unit="minutes" />
      <NumberSetting name="floodMessages" unit="messages" />
      <NumberSetting name="abandonHours" unit="hours" />
    </>
  );
}

export function Orders() {
  const { t } = useTranslation("settings");
  const { orderHours, reminderHours } = useEditing().values;
  const isNeverReminded = typeof orderHours === "number" && typeof reminderHours === "number" && reminderHours >= orderHours;
  return (
    <>
      <NumberSetting name="draftMinutes" unit="minutes" />
      <NumberSetting name="orderHours" unit="hours" />
      <NumberSetting name="reminderHours" unit="hours" />
      {isNeverReminded && (
        <Alert color="orange" icon={<TriangleAlert size={18} aria-hidden />}>
          {t("neverReminded")}
        </Alert>
      )}
    </>
  );
}

export function Retention() {
  return (
    <>
      <NumberSetting name="chatDays" unit="days" />
      <NumberSetting name="eventDays" unit="days" />
    </>
  );
}
