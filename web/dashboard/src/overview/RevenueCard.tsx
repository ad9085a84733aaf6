// What was earned, in one currency at a time: sums never cross currencies.

import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { AreaChart } from "@/ui/charts/AreaChart";
import { useFilter } from "@/ui/paging";
import type { Read } from "@/ui/useRead";
import { MoneyText } from "@/ui/values";
import { Card } from "./Card";
import { Change } from "./Change";
import type { EarnedData } from "./documents";
import { currenciesOf, earningIn, pointsOf } from "./earnings";
import type { Period } from "./period";

export function RevenueCard({ read, period }: { read: Read<EarnedData>; period: Period }) {
  const { t } = useTranslation("overview");
  const { settings } = useSession();
  const [wanted, setWanted] = useFilter("currency");
  const { now, before } = read.data ?? {};
  const currencies = currenciesOf([now?.total ?? [], before?.total ?? []], settings.currency);
  const currency = currencies.find((each) => each === wanted) ?? currencies[0] ?? settings.currency;
  return (
    <Card
      className="overview-revenue"
      title={t("revenue.title")}
      height={336}
      read={read}
      aside={
        currencies.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t("revenue.currency")}
            data={currencies}
            value={currency}
            onChange={(next) => {
              setWanted(next === currencies[0] ? null : next);
            }}
          />
        )
      }
    >
      {now && before && <Earnings data={{ ...read.data, now, before }} currency={currency} period={period} />}
    </Card>
  );
}

type Known = EarnedData & { [Part in "now" | "before"]: NonNullable<EarnedData[Part]> };

function Earnings({ data, currency, period }: { data: Known; currency: string; period: Period }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const now = earningIn(data.now.total, currency);
  const before = earningIn(data.before.total, currency);
  // The week that a single day is drawn in is held against nothing, and so is what nothing came before.
  const days = data.drawn?.days ?? data.now.days;
  const isCompared = !data.drawn && data.before.total.some((each) => each.currency === currency);
  const points = pointsOf(days, isCompared ? data.before.days : [], currency, format, t("revenue.orders"));
  const chart = data.drawn ? t("revenue.week") : t("revenue.byDay");
  return (
    <>
      <div className="overview-headline">
        <p className="overview-figure" data-figure="revenue">
          <MoneyText money={now.net} />
        </p>
        <Change now={Number(now.net.amount)} before={Number(before.net.amount)} period={period.name} />
      </div>
      <dl className="overview-facts">
        <div>
          <dt>{t("revenue.paid")}</dt>
          <dd className="num">{format.number(now.orders)}</dd>
        </div>
        <div>
          <dt>{t("revenue.gross")}</dt>
          <dd>
            <MoneyText money={now.gross} />
          </dd>
        </div>
        <div>
          <dt>{t("revenue.refunded")}</dt>
          <dd>
            <MoneyText money={now.refunded} />
          </dd>
        </div>
      </dl>
      <AreaChart
        words={{ label: `${chart} (${currency})`, day: t("revenue.day"), now: t("revenue.net"), before: t("revenue.before") }}
        points={points}
        axis={format.compact}
      />
    </>
  );
}
