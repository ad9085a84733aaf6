// Revenue of one currency out of a report, ready for the chart. Sums are the server's; nothing is added up here.

import type { Format } from "@/i18n/format";
import type { ChartPoint } from "@/ui/charts/ChartTable";
import type { Earning, EarningDay, Takings } from "./documents";

/** In which money came or went, the shop's own first. */
export function currenciesOf(reports: readonly (readonly Takings[])[], own: string): string[] {
  const all = new Set(reports.flatMap((report) => report.map(({ currency }) => currency)));
  const others = [...all].filter((currency) => currency !== own).sort();
  return all.has(own) || all.size === 0 ? [own, ...others] : others;
}

export function takingsIn(takings: readonly Takings[], currency: string): Takings {
  return takings.find((each) => each.currency === currency) ?? { currency, orders: 0, net: { amount: "0", currency } };
}

export function earningIn(earnings: readonly Earning[], currency: string): Earning {
  const nothing = { amount: "0", currency };
  return (
    earnings.find((each) => each.currency === currency) ?? {
      currency,
      orders: 0,
      gross: nothing,
      refunded: nothing,
      net: nothing,
    }
  );
}

/** `before` holds the days to compare with, one for each of `days`, or none. */
export function pointsOf(
  days: readonly EarningDay[],
  before: readonly EarningDay[],
  currency: string,
  format: Format,
  ordersWord: string,
): ChartPoint[] {
  return days.map(({ date, revenue }, index) => {
    const { net, orders } = takingsIn(revenue, currency);
    const past = before[index];
    const pastNet = past && takingsIn(past.revenue, currency).net;
    return {
      key: date,
      label: format.day(date),
      day: format.date(date),
      value: Number(net.amount),
      text: format.money(net),
      more: [{ label: ordersWord, text: format.number(orders) }],
      before: past && pastNet && { day: format.day(past.date), value: Number(pastNet.amount), text: format.money(pastNet) },
    };
  });
}
