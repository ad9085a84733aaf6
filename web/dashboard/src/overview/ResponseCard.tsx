// How long customers waited for the first answer: half of them, and nine of ten, by who answered.

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Card } from "./Card";
import { Change } from "./Change";
import { RESPONSE_TIMES, type Answers } from "./documents";
import type { Period } from "./period";
import { useReport } from "./useReport";

const WHO = ["assistant", "people"] as const;

export function ResponseCard({ period, told }: { period: Period; told: string | undefined }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const read = useReport(RESPONSE_TIMES, { now: period.now, before: period.before }, told);
  const { now, before } = read.data ?? {};
  const median = now?.total.everybody.medianSeconds;
  const longest = Math.max(...WHO.map((who) => now?.total[who].p90Seconds ?? 0));
  return (
    <Card title={t("response.title")} height={260} read={read}>
      {now &&
        (median == null ? (
          <Text fz="sm" className="muted">
            {t("response.nothing")}
          </Text>
        ) : (
          <>
            <div className="overview-headline">
              <p className="overview-figure">
                <span className="num">{format.duration(median)}</span> <small>{t("response.median")}</small>
              </p>
              <Change now={median} before={before?.total.everybody.medianSeconds} period={period.name} isLessBetter />
            </div>
            {WHO.map((who) => (
              <Spread key={who} who={who} answers={now.total[who]} longest={longest} />
            ))}
          </>
        ))}
    </Card>
  );
}

function Spread({ who, answers, longest }: { who: (typeof WHO)[number]; answers: Answers; longest: number }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { count, medianSeconds: median, p90Seconds: p90 } = answers;
  return (
    <div className="spread" role="group" aria-label={t(`response.${who}`)}>
      <div className="spread-words">
        <span>{t(`response.${who}`)}</span>
        <span className="muted num">{t("response.answers", { count, shown: format.number(count) })}</span>
      </div>
      {median !== null && p90 !== null && (
        <>
          <div className="spread-track" aria-hidden>
            <div className="spread-p90" style={{ width: `${String(share(p90, longest))}%` }} />
            <div className="spread-median" style={{ width: `${String(share(median, longest))}%` }} />
          </div>
          <div className="spread-words muted">
            <span>{t("response.half", { time: format.duration(median) })}</span>
            <span>{t("response.nine", { time: format.duration(p90) })}</span>
          </div>
        </>
      )}
    </div>
  );
}

/** A second beside an hour would not be seen: long waits are drawn shorter than they are. */
function share(seconds: number, longest: number): number {
  return longest > 0 ? (Math.log1p(seconds) / Math.log1p(longest)) * 100 : 0;
}
