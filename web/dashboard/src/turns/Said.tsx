// What the customer wrote and what the assistant said to it.

import { Box, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { WhatsappText } from "@/ui/WhatsappText";
import type { Turn } from "./documents";

export function Said({ messages }: { messages: Turn["messages"] }) {
  const { t } = useTranslation("turns");
  return (
    <Stack gap={6} component="ol" className="turn-list">
      {messages.map(({ id, author, direction, kind, state, text, transcript }) => (
        <Box key={id} component="li" className="turn-said" data-direction={direction}>
          <Group gap={6} justify="space-between">
            <Text fz="xs" fw={600}>
              {t(`authors.${author}`)}
            </Text>
            {state === "DISCARDED" && (
              <Text fz="xs" className="muted">
                {t("neverSent")}
              </Text>
            )}
          </Group>
          <Text fz="sm" component="div">
            <WhatsappText>{text || transcript || t(`kinds.${kind}`)}</WhatsappText>
          </Text>
        </Box>
      ))}
    </Stack>
  );
}
