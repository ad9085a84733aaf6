// From chat to payment: how many came how far, and how many went on from step to step.

import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Card } from "./Card";
import { Change } from "./Change";
import { FUNNEL, type Funnel } from "./documents";
import type { Period } from "./period";
import { useReport } from "./useReport";

const STEPS = ["chats", "drafts", "orders", "proofs", "paid"] as const;

export function FunnelCard({ period, told }: { period: Period; told: string | undefined }) {
  const { t } = useTranslation("overview");
  const read = useReport(FUNNEL, { now: period.now, before: period.before }, told);
  const { now, before } = read.data ?? {};
  return (
    <Card className="overview-funnel" title={t("funnel.title")} height={376} read={read}>
      {now && before && (
        <>
          <div className="overview-headline">
            <Conversion total={now.total} />
            <Change now={rate(now.total)} before={rate(before.total)} period={period.name} />
          </div>
          <Steps total={now.total} />
        </>
      )}
    </Card>
  );
}

function Conversion({ total }: { total: Funnel }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const share = rate(total);
  return (
    <p className="overview-figure" data-figure="conversion">
      <span className="num">{share === null ? "–" : format.percent(share)}</span> <small>{t("funnel.conversion")}</small>
    </p>
  );
}

function Steps({ total }: { total: Funnel }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  return (
    <ol className="funnel">
      {STEPS.map((step, index) => {
        const count = total[step];
        const previous = STEPS[index - 1];
        const of = previous === undefined ? null : total[previous];
        return (
          <li key={step} data-step={step}>
            <div className="funnel-words">
              <span>{t(`funnel.${step}`)}</span>
              <span className="num">
                {of !== null && of > 0 && (
                  <span className="funnel-rate">
                    <span aria-hidden>{format.percent(count / of)}</span>
                    <span className="visually-hidden">{t("funnel.wentOn", { share: format.percent(count / of) })}</span>
                  </span>
                )}
                <strong>{format.number(count)}</strong>
              </span>
            </div>
            <div className="funnel-track" aria-hidden>
              <div style={{ width: `${String(total.chats > 0 ? (count / total.chats) * 100 : 0)}%` }} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function rate({ chats, paid }: { chats: number; paid: number }): number | null {
  return chats > 0 ? paid / chats : null;
}
