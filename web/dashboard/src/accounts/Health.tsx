// How a number is doing: when it was heard of, what waits, and how much of its limits is used.

import { Alert, Progress, Text } from "@mantine/core";
import { ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Section } from "@/ui/Page";
import { Ago, When } from "@/ui/values";
import type { Account } from "./documents";

export function Health({ account: { health, lastEventAt, createdAt } }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  return (
    <Section title={t("health.title")}>
      {health.restriction === "REACH_OUT" && (
        <Alert color="orange" mb="md" icon={<ShieldAlert size={18} aria-hidden />} title={t("health.restricted")}>
          {health.restrictedUntil === null
            ? t("health.restrictedText")
            : t("health.restrictedUntil", { time: format.dateTime(health.restrictedUntil) })}
        </Alert>
      )}
      <dl className="figures">
        <Figure label={t("health.lastHeard")}>{lastEventAt === null ? t("health.never") : <Ago time={lastEventAt} />}</Figure>
        <Figure label={t("health.queue")} hint={t("health.queueHint")}>
          {format.number(health.queueLength)}
        </Figure>
        <Limited label={t("health.sent")} hint={t("health.sentHint")} used={health.sentInWindow} limit={health.sendLimit} />
        <Limited label={t("health.outreach")} hint={t("health.outreachHint")} used={health.outreachInDay} limit={health.outreachLimit} />
        <Figure label={t("health.since")}>
          <When time={createdAt} />
        </Figure>
      </dl>
    </Section>
  );
}

function Limited({ label, hint, used, limit }: { label: string; hint: string; used: number; limit: number }) {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  const share = limit === 0 ? 100 : Math.min(100, (used / limit) * 100);
  return (
    <Figure label={label} hint={hint}>
      {t("health.of", { used: format.number(used), limit: format.number(limit) })}
      <Progress mt={6} size="sm" value={share} color={share >= 100 ? "orange" : "brand"} aria-label={label} />
    </Figure>
  );
}

function Figure({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" fz="xs" className="muted">
        {label}
      </Text>
      <Text component="dd" m={0} fz="md" fw={560} className="num">
        {children}
      </Text>
      {hint !== undefined && (
        <Text component="dd" m={0} mt={4} fz="xs" className="muted">
          {hint}
        </Text>
      )}
    </div>
  );
}
