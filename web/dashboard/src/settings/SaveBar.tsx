// What is not saved yet, always in sight; one press saves all of it or takes all of it back.

import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { fieldId } from "./useEdits";
import type { Name } from "./values";

interface SaveBarProps {
  changed: readonly Name[];
  isSaving: boolean;
  onDiscard: () => void;
}

export function SaveBar({ changed, isSaving, onDiscard }: SaveBarProps) {
  const { t } = useTranslation(["settings", "common"]);
  const format = useFormat();
  return (
    <div className="save-bar" role="region" aria-label={t("bar.label")}>
      <div className="save-bar-words">
        <Text fz="sm" fw={600} role="status">
          {t("bar.count", { count: changed.length, shown: format.number(changed.length) })}
        </Text>
        <Text fz="xs" className="muted" component="div">
          {changed.map((name, place) => (
            <span key={name}>
              {place > 0 && ", "}
              <a
                href={`#${fieldId(name)}`}
                className="save-bar-link"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(name))?.focus();
                }}
              >
                {t(`fields.${name}.label`)}
              </a>
            </span>
          ))}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" onClick={onDiscard} disabled={isSaving}>
          {t("bar.discard")}
        </Button>
        <Button type="submit" loading={isSaving}>
          {t("common:actions.save")}
        </Button>
      </Group>
    </div>
  );
}
