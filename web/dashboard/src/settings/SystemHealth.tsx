// How the program is, looked at again while somebody looks at it.

import { ActionIcon, Progress, SimpleGrid, Skeleton, Text, Tooltip } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Badge, type Tone } from "@/ui/Badge";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Code } from "@/ui/values";
import { HEALTH, type Health } from "./documents";
import { databaseTone, diskTone, feedTone, jobsTone, usedShare } from "./health";
import { Part } from "./Part";

const LOOKED_AT_EVERY = 15_000;

export function SystemHealth() {
  const { t } = useTranslation(["settings", "common"]);
  const { data, problem, refresh, isRefreshing } = useRead(HEALTH, {}, { requestPolicy: "cache-and-network" });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") refresh();
    }, LOOKED_AT_EVERY);
    return () => {
      clearInterval(timer);
    };
  }, [refresh]);
  return (
    <Part
      name="system"
      aside={
        <Tooltip label={t("common:actions.refresh")}>
          <ActionIcon aria-label={t("common:actions.refresh")} loading={isRefreshing} onClick={refresh}>
            <RefreshCw size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {data?.systemHealth && <Facts health={data.systemHealth} />}
      {!data && !problem && <Skeleton h={230} radius="md" />}
    </Part>
  );
}

function Facts({ health }: { health: Health }) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const { database, disk, jobs, eventFeed, versions } = health;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <Fact name="database" tone={databaseTone(database)} value={t("health.milliseconds", { shown: format.number(Math.round(database.milliseconds)) })}>
        {t("health.database.text")}
      </Fact>
      <Fact name="disk" tone={diskTone(disk)} value={format.bytes(Number(disk.freeBytes))}>
        <Progress value={usedShare(disk) * 100} size="sm" mb={6} aria-label={t("health.disk.used")} color={diskTone(disk) === "good" ? undefined : "red"} />
        {t("health.disk.text", { total: format.bytes(Number(disk.totalBytes)) })}
      </Fact>
      <Fact name="jobs" tone={jobsTone(jobs)} value={t("health.jobs.waiting", { count: jobs.waiting, shown: format.number(jobs.waiting) })}>
        {t("health.jobs.text", { running: format.number(jobs.running), planned: format.number(jobs.planned) })}
        {jobs.oldestSeconds !== null && <> {t("health.jobs.oldest", { time: format.duration(jobs.oldestSeconds) })}</>}
      </Fact>
      <Fact
        name="eventFeed"
        tone={feedTone(eventFeed)}
        value={
          eventFeed.unread === 0 ? t("health.eventFeed.current") : t("health.eventFeed.behind", { time: format.duration(eventFeed.lagSeconds) })
        }
      >
        {t("health.eventFeed.text")}
      </Fact>
      <dl className="versions">
        <Version name="Parley">{versions.parley}</Version>
        <Version name="PostgreSQL">{versions.postgresql}</Version>
        <Version name="Python">{versions.python}</Version>
        <Version name={t("health.schema")}>{versions.schema.replace(/\.py$/, "")}</Version>
      </dl>
    </SimpleGrid>
  );
}

interface FactProps {
  name: "database" | "disk" | "jobs" | "eventFeed";
  tone: Tone;
  value: string;
  children: ReactNode;
}

function Fact({ name, tone, value, children }: FactProps) {
  const { t } = useTranslation("settings");
  return (
    <div className="fact">
      <div className="fact-head">
        <Text fz="sm" fw={600} component="h3" m={0}>
          {t(`health.${name}.title`)}
        </Text>
        <Badge tone={tone}>{tone === "good" ? t("health.fine") : t("health.look")}</Badge>
      </div>
      <Text fz={20} fw={640} className="num">
        {value}
      </Text>
      <Text fz="xs" className="muted" component="div">
        {children}
      </Text>
    </div>
  );
}

function Version({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="muted">{name}</dt>
      <dd>
        <Code>{children}</Code>
      </dd>
    </div>
  );
}
