// Says that the pages are not live, after a moment that a short cut does not outlast.

import { Box, Group, Loader, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { connection } from "@/api/socket";
import { useWatched } from "@/api/watched";

const PATIENCE_MILLISECONDS = 1500;

export function ConnectionBanner() {
  const { t } = useTranslation("app");
  const state = useWatched(connection);
  const [settled] = useDebouncedValue(state, PATIENCE_MILLISECONDS);
  const isCut = state === "cut" && settled === "cut";
  return (
    <Box role="status" aria-live="polite" data-connection={state}>
      {isCut && (
        <Group gap="xs" px="md" py={6} bg="light-dark(#fff4e0, #3a2a10)" c="var(--app-warn)" justify="center">
          <Loader size={14} color="currentColor" aria-hidden />
          <Text fz="sm" c="inherit">
            {t("connection.cut")}
          </Text>
        </Group>
      )}
    </Box>
  );
}
