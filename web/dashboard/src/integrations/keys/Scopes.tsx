// What a key may do, in words.

import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Badge } from "@/ui/Badge";
import { EVERYTHING } from "./scopes";

export function Scopes({ scopes }: { scopes: readonly string[] }) {
  const { t } = useTranslation("integrations");
  if (scopes.includes(EVERYTHING)) return <Badge tone="warn">{t("keys.everything")}</Badge>;
  const shown = scopes.slice(0, 3);
  const more = scopes.slice(shown.length);
  return (
    <Group gap={4}>
      {shown.map((scope) => (
        <Badge key={scope} tone={scope.endsWith(":write") ? "info" : "idle"}>
          <bdi dir="ltr">{scope}</bdi>
        </Badge>
      ))}
      {more.length > 0 && (
        <Text fz="xs" className="muted" title={more.join(", ")}>
          {t("keys.more", { count: more.length })}
          <span className="visually-hidden">: {more.join(", ")}</span>
        </Text>
      )}
    </Group>
  );
}
