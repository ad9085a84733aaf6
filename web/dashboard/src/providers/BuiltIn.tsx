// The last in line: it is always there, and costs nothing.

import { Group, Stack, Text } from "@mantine/core";
import { ListOrdered } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/ui/Badge";

export function BuiltIn({ isAlone }: { isAlone: boolean }) {
  const { t } = useTranslation("providers");
  return (
    <article className="card provider provider-last" aria-labelledby="provider-built-in">
      <div className="provider-place">
        <ListOrdered size={18} aria-hidden />
      </div>
      <Stack gap={6}>
        <Group gap="xs">
          <Text component="h2" fz="md" fw={640} id="provider-built-in">
            {t("builtIn.name")}
          </Text>
          <Badge tone={isAlone ? "info" : "good"}>{isAlone ? t("builtIn.answers") : t("builtIn.ready")}</Badge>
        </Group>
        <Text fz="sm" className="muted">
          {t("builtIn.text")}
        </Text>
      </Stack>
    </article>
  );
}
