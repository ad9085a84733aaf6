// The page before the pages: sign-in, set-up, invitation.

import { Box, Center, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, speak, type Language } from "@/i18n";
import { Logo } from "@/ui/Logo";

export function Entrance({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const { t, i18n } = useTranslation("session");
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={420} gap="lg">
        <Group gap={10} justify="center">
          <Logo size={32} />
          <Text fw={680} fz={20}>
            Parley
          </Text>
        </Group>
        <Box className="card" p={{ base: "md", xs: "xl" }}>
          <Title order={1} mb={text ? 4 : "md"}>
            {title}
          </Title>
          {text && (
            <Text className="muted" fz="sm" mb="md">
              {text}
            </Text>
          )}
          {children}
        </Box>
        <Center>
          <SegmentedControl
            size="xs"
            aria-label={t("language")}
            value={i18n.language}
            onChange={(language) => void speak(language as Language)}
            data={Object.entries(LANGUAGES).map(([value, { label }]) => ({ value, label }))}
          />
        </Center>
      </Stack>
    </Center>
  );
}
