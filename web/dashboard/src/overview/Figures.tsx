// The overview of those who see reports.

import { Group, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { AiCard } from "./AiCard";
import { EARNED } from "./documents";
import { FunnelCard } from "./FunnelCard";
import { HealthCard } from "./HealthCard";
import { NowStrip } from "./NowStrip";
import { PERIODS, usePeriod } from "./period";
import { ResponseCard } from "./ResponseCard";
import { RevenueCard } from "./RevenueCard";
import { SoldCard } from "./SoldCard";
import { useCounters } from "./useCounters";
import { useReport } from "./useReport";

export function Figures() {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const [period, choose] = usePeriod();
  const live = useCounters();
  const { told } = live;
  const { now, before, drawn } = period;
  const earned = useReport(EARNED, { now, before, drawn, isShort: drawn.from !== now.from }, told);
  return (
    <>
      <NowStrip {...live} today={now.to} />
      <Group justify="space-between" gap="sm">
        <p className="overview-span" data-span={`${now.from}/${now.to}`}>
          {now.from === now.to ? format.date(now.to) : t("span", { from: format.day(now.from), to: format.date(now.to) })}
        </p>
        <SegmentedControl
          size="sm"
          aria-label={t("period.label")}
          value={period.name}
          onChange={choose}
          data={Object.keys(PERIODS)
            .sort((one, other) => PERIODS[one as keyof typeof PERIODS] - PERIODS[other as keyof typeof PERIODS])
            .map((value) => ({ value, label: t(`period.${value as keyof typeof PERIODS}`) }))}
        />
      </Group>
      <div className="overview">
        <RevenueCard read={earned} period={period} />
        <FunnelCard period={period} told={told} />
        <SoldCard read={earned} />
        <AiCard period={period} told={told} />
        <ResponseCard period={period} told={told} />
        <HealthCard />
      </div>
    </>
  );
}
