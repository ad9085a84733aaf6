// Who answers this chat now, until when, and changing that.

import { Button, Group, Menu, Text } from "@mantine/core";
import { Bot, ChevronDown, Pause, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { useTell } from "@/ui/problems";
import { useNow } from "@/ui/values";
import { HAND_BACK, PAUSE, TAKE_OVER } from "../changes";
import type { Chat } from "../documents";
import { useDayOf } from "../times";

const ICONS = { AI: Bot, HUMAN: UserRound, PAUSED: Pause } as const;
const MINUTE = 60_000;
const SPANS = [
  { name: "minutes30", minutes: 30 },
  { name: "hour1", minutes: 60 },
  { name: "hours4", minutes: 240 },
  { name: "day1", minutes: 1440 },
] as const;

export function AnsweringBar({ chat }: { chat: Chat }) {
  const { t } = useTranslation("conversations");
  const { can } = useSession();
  const format = useFormat();
  const dayOf = useDayOf();
  const now = useNow();
  const { aiResumesAt, answeredBy } = chat;
  const Icon = ICONS[answeredBy];
  const timeOf = (time: string) => (dayOf(time) === dayOf(now) ? format.time(time) : format.dateTime(time));
  const returns =
    answeredBy !== "AI" && aiResumesAt !== null
      ? t("answering.returns", { when: format.relative(aiResumesAt, now), at: timeOf(aiResumesAt) })
      : undefined;
  return (
    <Group className="chat-answering" data-by={answeredBy} gap="xs">
      <Icon size={16} aria-hidden />
      <Text fz="sm" c="inherit" flex={1} miw={150}>
        {/* Not the time as well: it would be told anew each minute. */}
        <strong role="status">{t(`answering.${answeredBy}`)}</strong> {returns ?? (answeredBy === "AI" ? "" : t("answering.untilHandedBack"))}
      </Text>
      {can("conversations:write") && <Choices chat={chat} />}
    </Group>
  );
}

function later(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE).toISOString();
}

function Choices({ chat: { id, answeredBy } }: { chat: Chat }) {
  const { t } = useTranslation("conversations");
  const tell = useTell();
  const [takeOver, isTaking] = useChange(TAKE_OVER);
  const [handBack, isHandingBack] = useChange(HAND_BACK);
  const [pause, isPausing] = useChange(PAUSE);
  const told = async (outcome: Promise<{ problem?: Parameters<typeof tell.problem>[0] }>) => {
    const { problem } = await outcome;
    if (problem) tell.problem(problem);
  };
  return (
    <Group gap={6} wrap="nowrap">
      {answeredBy !== "HUMAN" && (
        <Button
          size="compact-sm"
          variant={answeredBy === "AI" ? "filled" : "default"}
          loading={isTaking}
          onClick={() => void told(takeOver({ id, key: newKey() }))}
        >
          {t("answering.takeOver")}
        </Button>
      )}
      {answeredBy !== "AI" && (
        <Button size="compact-sm" loading={isHandingBack} onClick={() => void told(handBack({ id, at: null, key: newKey() }))}>
          {t("answering.handBack")}
        </Button>
      )}
      <Menu position="top-end" shadow="md" width={230}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" loading={isPausing} rightSection={<ChevronDown size={14} aria-hidden />}>
            {t("answering.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("answering.pause")}</Menu.Label>
          {SPANS.map(({ name, minutes }) => (
            <Menu.Item key={name} onClick={() => void told(pause({ id, until: later(minutes), key: newKey() }))}>
              {t(`spans.${name}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => void told(pause({ id, until: null, key: newKey() }))}>{t("spans.open")}</Menu.Item>
          {answeredBy !== "AI" && (
            <>
              <Menu.Divider />
              <Menu.Label>{t("answering.handBackIn")}</Menu.Label>
              {SPANS.map(({ name, minutes }) => (
                <Menu.Item key={name} onClick={() => void told(handBack({ id, at: later(minutes), key: newKey() }))}>
                  {t(`spans.${name}`)}
                </Menu.Item>
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
