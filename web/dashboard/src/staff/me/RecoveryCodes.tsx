// Shown once, with a way to keep them.

import { Alert, Button, CopyButton, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation(["staff", "common"]);
  const asFile = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${codes.join("\n")}\n`], { type: "text/plain" }));
    link.download = "parley-recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Alert color="brand" title={t("me.second.codes")} role="status">
      <Stack gap="sm">
        <Text fz="sm" c="inherit">
          {t("me.second.codesAdvice")}
        </Text>
        <SimpleGrid cols={2} spacing="xs" component="ul" m={0} p={0} dir="ltr" style={{ listStyle: "none" }}>
          {codes.map((code) => (
            <Text key={code} component="li" ff="monospace" fz="sm" c="inherit">
              {code}
            </Text>
          ))}
        </SimpleGrid>
        <Group gap="xs">
          <CopyButton value={codes.join("\n")}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? t("common:actions.copied") : t("common:actions.copy")}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={asFile}>
            {t("common:actions.download")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
