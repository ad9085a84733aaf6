// A file to copy, with its name.

import { Box, Button, CopyButton, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function Example({ name, code }: { name: string; code: string }) {
  const { t } = useTranslation();
  return (
    <Box component="figure" m={0} style={{ border: "1px solid var(--app-line)", borderRadius: 10, overflow: "hidden" }} dir="ltr">
      <Group component="figcaption" justify="space-between" px="sm" py={6} bg="var(--app-soft)">
        <Text fz="xs" ff="monospace">
          {name}
        </Text>
        <CopyButton value={code} timeout={2000}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy} aria-label={`${t("actions.copy")}: ${name}`}>
              {copied ? t("actions.copied") : t("actions.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Box component="pre" m={0} p="sm" fz={12.5} tabIndex={0} role="region" aria-label={name} style={{ overflowX: "auto" }}>
        <code>{code}</code>
      </Box>
    </Box>
  );
}
