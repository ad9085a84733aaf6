// One setting: what it is, what it means in a sentence, and its value at the end of the line.

import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { fieldId, useEditing } from "./useEdits";
import { LIMITS, type Name, type NumberName } from "./values";

interface Shared {
  id: string;
  label: string;
  description: string;
  error: string | undefined;
  classNames: { root: string; label: string; description: string; error: string };
}

/** What every input of the page has in common. */
export function useSetting(name: Name): Shared {
  const { t } = useTranslation("settings");
  const { errors } = useEditing();
  return {
    id: fieldId(name),
    label: t(`fields.${name}.label`),
    description: t(`fields.${name}.hint`),
    error: errors[name],
    classNames: { root: "setting", label: "setting-label", description: "setting-hint", error: "setting-error" },
  };
}

type Unit = "seconds" | "minutes" | "hours" | "days" | "messages";

export function NumberSetting({ name, unit }: { name: NumberName; unit: Unit }) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const { values, edit, isReadOnly } = useEditing();
  const { description, ...shared } = useSetting(name);
  const [least, most, places] = LIMITS[name];
  return (
    <NumberInput
      {...shared}
      description={
        <>
          {description} <span className="nowrap">{t("limits", { least: format.number(least), most: format.number(most) })}</span>
        </>
      }
      value={values[name]}
      readOnly={isReadOnly}
      min={least}
      max={most}
      // A value out of bounds is named, not silently made another one.
      clampBehavior="none"
      decimalScale={places}
      allowNegative={false}
      suffix={` ${t(`units.${unit}`)}`}
      onChange={(value) => {
        edit({ [name]: value });
      }}
    />
  );
}
