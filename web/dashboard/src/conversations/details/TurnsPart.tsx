// What the assistant did in this chat, and a look into one of its turns.

import { Button, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { ChevronLeft, ChevronRight, ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { TurnDetails } from "@/turns/TurnDetails";
import { Code, Words } from "@/ui/values";
import { useRowTime } from "../times";
import type { Turns } from "./documents";
import { Part } from "./Part";

interface TurnsPartProps {
  turns: Turns;
  summary: string | null;
  opened: string | null;
  onTurn: (turn: string | null) => void;
}

export function TurnsPart({ turns, summary, opened, onTurn }: TurnsPartProps) {
  const { t } = useTranslation("conversations");
  if (opened !== null) {
    return (
      <Part
        title={t("turns.title")}
        aside={
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<ChevronLeft size={14} aria-hidden className="turned" />}
            onClick={() => {
              onTurn(null);
            }}
          >
            {t("turns.all")}
          </Button>
        }
      >
        <TurnDetails turnId={opened} />
      </Part>
    );
  }
  return (
    <Part title={t("turns.title")}>
      {turns.length === 0 ? (
        <Text fz="sm" className="muted">
          {t("turns.none")}
        </Text>
      ) : (
        <Stack component="ul" gap={4} className="chat-plain-list">
          {[...turns].reverse().map((turn) => (
            <li key={turn.id}>
              <TurnLine
                turn={turn}
                onOpen={() => {
                  onTurn(turn.id);
                }}
              />
            </li>
          ))}
        </Stack>
      )}
      {summary !== null && (
        <Text fz="xs" className="muted" mt="xs">
          <strong>{t("turns.summary")}</strong> <Words>{summary}</Words>
        </Text>
      )}
    </Part>
  );
}

function TurnLine({ turn, onOpen }: { turn: Turns[number]; onOpen: () => void }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const rowTime = useRowTime();
  const { answeredWith, createdAt, guardChanges, hops, milliseconds, model } = turn;
  return (
    <UnstyledButton className="chat-turn" onClick={onOpen}>
      <span className="clip">{answeredWith === "BUILT_IN" ? t("turns.builtIn") : <Code>{model ?? answeredWith}</Code>}</span>
      <Group gap={6} wrap="nowrap" className="muted num">
        {(guardChanges.length > 0 || hops.some(({ outcome }) => outcome !== "OK")) && (
          <ShieldAlert size={14} role="img" aria-label={t("turns.trouble")} />
        )}
        <span>{format.duration(milliseconds / 1000)}</span>
        <time dateTime={createdAt}>{rowTime(createdAt)}</time>
        <ChevronRight size={14} aria-hidden className="turned" />
      </Group>
    </UnstyledButton>
  );
}
