// The program's own parts: database, jobs, events and disk; each in words as long as it is well.

import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Badge } from "@/ui/Badge";
import type { System } from "./HealthCard";

// From here on somebody should look.
const SLOW_DATABASE_MILLISECONDS = 250;
const OLD_JOB_SECONDS = 60;
const LATE_EVENTS_SECONDS = 10;
const LEAST_DISK_SHARE = 0.1;

export function Program({ system }: { system: System }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { database, jobs, eventFeed, disk } = system;
  const free = Number(disk.freeBytes);
  const parts = [
    {
      name: "database",
      isWell: database.milliseconds < SLOW_DATABASE_MILLISECONDS,
      told: t("health.milliseconds", { shown: format.number(Math.ceil(database.milliseconds)) }),
    },
    {
      name: "jobs",
      isWell: (jobs.oldestSeconds ?? 0) < OLD_JOB_SECONDS,
      told: t("health.waiting", { count: jobs.waiting, shown: format.number(jobs.waiting) }),
    },
    {
      name: "events",
      isWell: eventFeed.lagSeconds < LATE_EVENTS_SECONDS,
      told: t("health.behind", { time: format.duration(eventFeed.lagSeconds) }),
    },
    {
      name: "disk",
      isWell: free / Number(disk.totalBytes) > LEAST_DISK_SHARE,
      told: t("health.free", { bytes: format.bytes(free) }),
    },
  ] as const;
  return (
    <div>
      <h3>{t("health.program")}</h3>
      <ul>
        {parts.map(({ name, isWell, told }) => (
          <li key={name}>
            <span className="health-name">
              {t(`health.parts.${name}`)}
              <span className="muted num">{told}</span>
            </span>
            <Badge tone={isWell ? "good" : "bad"}>{isWell ? t("health.well") : t("health.unwell")}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
