// A number among the others: its state at a glance, and the one thing to do next.

import { Button, Group, Text, ThemeIcon } from "@mantine/core";
import { FlaskConical, Phone, Plug, QrCode, Star } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLive } from "@/api/useLive";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { Ago, Code, Words } from "@/ui/values";
import { ACCOUNT_CHANGED, type Account } from "./documents";
import { toneOf, useStateWords, waitsForPhone, wantsPhone } from "./state";
import { useAccountActions } from "./useAccountActions";

export function AccountCard({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const { can } = useSession();
  const words = useStateWords()(account);
  useLive(ACCOUNT_CHANGED, { id: account.id, mayLink: false });
  const answering = account.answersWithProvider?.name ?? t(`assistant.who.${account.answersWith}`);
  const Icon = account.isSimulated ? FlaskConical : Phone;
  return (
    <article className="card account" aria-labelledby={`account-${account.id}`}>
      <Group wrap="nowrap" gap="sm" align="flex-start">
        <ThemeIcon size={40} radius="md" variant="light" color={account.isSimulated ? "violet" : "brand"}>
          <Icon size={20} aria-hidden />
        </ThemeIcon>
        <div style={{ minWidth: 0, flex: 1 }}>
          <Group gap={6} wrap="nowrap">
            <Text component="h2" fz="md" className="clip" id={`account-${account.id}`}>
              <Link to={account.id} className="account-name">
                <Words>{account.name}</Words>
              </Link>
            </Text>
            {account.isDefault && <Star size={15} role="img" aria-label={t("default.only")} fill="currentColor" className="account-star" />}
          </Group>
          <Text fz="sm" className="muted clip">
            {account.phone === null ? t("noPhone") : <Code>{account.phone}</Code>}
            {account.isSimulated && ` · ${t("kind.SIMULATOR")}`}
          </Text>
        </div>
        <Badge tone={toneOf(account)}>{words.state}</Badge>
      </Group>
      {words.reason === null ? (
        <Text fz="sm" className="muted">
          {account.status === "CONNECTED" ? t("assistant.answers", { who: answering }) : t("connection.new")}
        </Text>
      ) : (
        <Text fz="sm">
          <b>{words.reason}.</b> <span className="muted">{words.advice}</span>
        </Text>
      )}
      {can("accounts:write") && <Next account={account} />}
      <Figures account={account} />
    </article>
  );
}

function Next({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const { connect, isConnecting } = useAccountActions(account);
  const isShown = waitsForPhone(account);
  if (isShown || wantsPhone(account)) {
    return (
      <Button
        component={Link}
        to={account.id}
        className="account-above"
        variant="light"
        size="xs"
        leftSection={<QrCode size={15} aria-hidden />}
        style={{ alignSelf: "flex-start" }}
      >
        {t(isShown ? "link.show" : "link.begin")}
      </Button>
    );
  }
  if (account.status !== "DISCONNECTED") return null;
  return (
    <Button
      className="account-above"
      variant="light"
      size="xs"
      loading={isConnecting}
      leftSection={<Plug size={15} aria-hidden />}
      style={{ alignSelf: "flex-start" }}
      onClick={() => void connect()}
      aria-label={t("connect.label", { name: account.name })}
    >
      {t("connect.action")}
    </Button>
  );
}

function Figures({ account: { health, lastEventAt } }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  return (
    <div className="account-figures">
      <Figure label={t("health.lastHeard")}>{lastEventAt === null ? t("health.never") : <Ago time={lastEventAt} />}</Figure>
      <Figure label={t("health.queue")}>{format.number(health.queueLength)}</Figure>
      <Figure label={t("health.sentShort")}>
        {t("health.of", { used: format.number(health.sentInWindow), limit: format.number(health.sendLimit) })}
      </Figure>
    </div>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text fz="xs" className="muted">
        {label}
      </Text>
      <Text fz="sm" fw={560} className="num">
        {children}
      </Text>
    </div>
  );
}
