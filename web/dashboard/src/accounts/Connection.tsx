// The line of a number: how it is and why, what to do about it, and the codes that link its phone.

import { Button, Group, Stack, Text, ThemeIcon } from "@mantine/core";
import { Ban, CircleCheck, LogOut, Plug, PlugZap, Unplug, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { Badge, type Tone } from "@/ui/Badge";
import { Section } from "@/ui/Page";
import { Ago, Code } from "@/ui/values";
import type { Account, Codes } from "./documents";
import { Linking } from "./Linking";
import { toneOf, useStateWords, waitsForPhone, wantsPhone } from "./state";
import { useAccountActions } from "./useAccountActions";

export type LinkedAccount = Account & Partial<Codes>;

const ICONS: Record<Account["status"], LucideIcon> = {
  CONNECTED: CircleCheck,
  CONNECTING: PlugZap,
  DISCONNECTED: Unplug,
  BANNED: Ban,
};
const COLORS: Record<Tone, string> = { good: "green", info: "blue", warn: "orange", bad: "red", idle: "gray" };

export function Connection({ account }: { account: LinkedAccount }) {
  const { t } = useTranslation("accounts");
  const { can } = useSession();
  const isLinking = wantsPhone(account) || waitsForPhone(account) || (account.status === "CONNECTING" && account.phone === null);
  return (
    <Section title={t("connection.title")} aside={can("accounts:write") && <Controls account={account} isLinking={isLinking} />}>
      <State account={account} />
      {isLinking && can("accounts:write") && <Linking account={account} />}
    </Section>
  );
}

function State({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  const words = useStateWords()(account);
  const tone = toneOf(account);
  const Icon = ICONS[account.status];
  return (
    <Group wrap="nowrap" align="flex-start" gap="md" mb="xs" role="status" aria-live="polite">
      <ThemeIcon size={44} radius="xl" variant="light" color={COLORS[tone]}>
        <Icon size={22} aria-hidden />
      </ThemeIcon>
      <Stack gap={4} miw={0}>
        <Group gap="xs">
          <Badge tone={tone}>{words.state}</Badge>
          {account.phone !== null && (
            <Text fz="sm" fw={560}>
              <Code>{account.phone}</Code>
            </Text>
          )}
          <Text fz="sm" className="muted">
            <Ago time={account.statusChangedAt} />
          </Text>
        </Group>
        {account.status === "CONNECTED" && <Text fz="sm">{t("connection.works")}</Text>}
        {account.status === "DISCONNECTED" && account.statusReason === null && <Text fz="sm">{t("connection.new")}</Text>}
        {words.reason !== null && (
          <Text fz="sm" fw={600}>
            {words.reason}
          </Text>
        )}
        {words.advice !== null && <Text fz="sm">{words.advice}</Text>}
        {account.status === "BANNED" && (
          <Text fz="sm">
            {account.bannedUntil === null ? t("ban.forGood") : t("ban.until", { time: format.dateTime(account.bannedUntil) })}{" "}
            {account.health.queueLength > 0 &&
              t("ban.held", { count: account.health.queueLength, shown: format.number(account.health.queueLength) })}
          </Text>
        )}
      </Stack>
    </Group>
  );
}

function Controls({ account, isLinking }: { account: Account; isLinking: boolean }) {
  const { t } = useTranslation("accounts");
  const { connect, disconnect, logOut, isBusy, isConnecting } = useAccountActions(account);
  const isUp = account.status === "CONNECTED" || account.status === "CONNECTING";
  const isHeld = account.status === "BANNED" && account.bannedUntil !== null;
  return (
    <Group gap="xs">
      {!isUp && !isHeld && !isLinking && (
        <Button size="xs" loading={isConnecting} leftSection={<Plug size={15} aria-hidden />} onClick={() => void connect()}>
          {t("connect.action")}
        </Button>
      )}
      {(account.shouldConnect || account.status === "CONNECTED") && (
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          leftSection={<Unplug size={15} aria-hidden />}
          onClick={() => void disconnect()}
        >
          {isLinking ? t("disconnect.stop") : t("disconnect.action")}
        </Button>
      )}
      {!isLinking && account.phone !== null && (
        <Button size="xs" variant="default" disabled={isBusy} leftSection={<LogOut size={15} aria-hidden />} onClick={() => void logOut()}>
          {t("logOut.action")}
        </Button>
      )}
    </Group>
  );
}
