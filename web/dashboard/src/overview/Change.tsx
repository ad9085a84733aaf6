// How a figure stands against the days before: an arrow, a share, and the whole sentence for screen readers.

import { ArrowDownRight, ArrowUpRight, Equal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import type { PeriodName } from "./period";

export interface ChangeProps {
  now: number | null | undefined;
  before: number | null | undefined;
  period: PeriodName;
  /** Where less is better, as with costs and waiting. */
  isLessBetter?: boolean;
}

const SAME = 0.0005;

export function Change({ now, before, period, isLessBetter = false }: ChangeProps) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  if (now == null || before == null || before <= 0) return <span className="change">{t(`change.nothing.${period}`)}</span>;
  const share = now / before - 1;
  const isSame = Math.abs(share) < SAME;
  const Arrow = isSame ? Equal : share > 0 ? ArrowUpRight : ArrowDownRight;
  const isGood = share > 0 !== isLessBetter;
  return (
    <span className="change">
      <span className="change-share num" data-good={isSame ? undefined : isGood}>
        <Arrow size={14} aria-hidden className="turned" />
        <span aria-hidden>{format.percent(Math.abs(share))}</span>
        <span className="visually-hidden">
          {isSame ? t("change.same") : t(share > 0 ? "change.more" : "change.less", { share: format.percent(Math.abs(share)) })}
        </span>
      </span>{" "}
      {t(`change.against.${period}`)}
    </span>
  );
}
