// Variables that a text leaves out: whoever reads it does not read what they stand for.

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function Unused({ names }: { names: readonly string[] }) {
  const { t } = useTranslation("knowledge");
  if (names.length === 0) return null;
  return (
    <Text fz="xs" c="var(--app-warn)" role="status">
      {t("texts.unused", { count: names.length, names: names.map((name) => `{${name}}`).join(", ") })}
    </Text>
  );
}
