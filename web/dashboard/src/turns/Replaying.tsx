// The same turn decided again with today's prompts and providers: what would it say now? Nothing is sent.

import { Box, Button, Group, Stack, Text, Title } from "@mantine/core";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { ProblemNotice } from "@/ui/problems";
import { WhatsappText } from "@/ui/WhatsappText";
import { DecidedParts } from "./DecidedParts";
import { REPLAY, type Replay, type Turn } from "./documents";
import { RawData } from "./RawData";

export function Replaying({ turn }: { turn: Turn }) {
  const { t } = useTranslation("turns");
  const { can } = useSession();
  const [replay, isReplaying] = useChange(REPLAY);
  const [again, setAgain] = useState<Replay>();
  const [problem, setProblem] = useState<Problem>();
  if (!turn.isReplayable || !can("conversations:write")) return null;
  const start = async () => {
    setProblem(undefined);
    const outcome = await replay({ id: turn.id });
    if (outcome.problem) setProblem(outcome.problem);
    else setAgain(outcome.payload.replay);
  };
  return (
    <Box className="turn-replay">
      <Group justify="space-between" gap="xs">
        <Box flex={1} miw={180}>
          <Title order={3} className="turn-heading">
            {t("replay.title")}
          </Title>
          <Text fz="xs" className="muted">
            {t("replay.advice")}
          </Text>
        </Box>
        <Button
          size="xs"
          variant="default"
          leftSection={<RotateCcw size={14} aria-hidden />}
          loading={isReplaying}
          onClick={() => void start()}
        >
          {again ? t("replay.again") : t("replay.start")}
        </Button>
      </Group>
      <Box aria-live="polite">
        {problem && (
          <Box mt="sm">
            <ProblemNotice problem={problem} />
          </Box>
        )}
        {again && (
          <Stack gap="md" mt="sm">
            <Stack gap={6} component="ul" className="turn-list" aria-label={t("replay.wouldSay")}>
              {again.replies.map((reply, place) => (
                <Text key={place} component="li" fz="sm" className="turn-said" data-direction="OUTBOUND">
                  <WhatsappText>{reply}</WhatsappText>
                </Text>
              ))}
              {again.replies.length === 0 && (
                <Text component="li" fz="sm" className="muted">
                  {t("replay.silent")}
                </Text>
              )}
            </Stack>
            <DecidedParts decided={again} />
            <RawData title={t("record")} data={again.record} />
          </Stack>
        )}
      </Box>
    </Box>
  );
}
