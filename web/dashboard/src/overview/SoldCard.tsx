// What sold best: services or packages, by what they brought in one currency.

import { SegmentedControl, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Bars } from "@/ui/charts/Bars";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { useFilter } from "@/ui/paging";
import type { Read } from "@/ui/useRead";
import { MoneyText, Words } from "@/ui/values";
import { Card } from "./Card";
import type { EarnedData, Takings } from "./documents";
import { currenciesOf } from "./earnings";

const SHOWN = 5;

interface Sold {
  key: string;
  name: string;
  /** The service of a package. */
  of?: string;
  revenue: Takings;
}

export function SoldCard({ read }: { read: Read<EarnedData> }) {
  const { t } = useTranslation("overview");
  const [by, setBy] = useFilter("sold");
  const isByService = by === "services";
  const now = read.data?.now;
  const sold: Sold[] | undefined = isByService
    ? now?.services.map(({ serviceName, revenue }) => ({ key: serviceName, name: serviceName, revenue }))
    : now?.packages.map(({ serviceName, packageName, revenue }) => ({
        key: `${serviceName}/${packageName}`,
        name: packageName,
        of: serviceName,
        revenue,
      }));
  return (
    <Card
      title={t("sold.title")}
      height={260}
      read={read}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t("sold.by")}
          value={isByService ? "services" : "packages"}
          onChange={(next) => {
            setBy(next === "packages" ? null : next);
          }}
          data={(["packages", "services"] as const).map((value) => ({ value, label: t(`sold.${value}`) }))}
        />
      }
    >
      {sold && <Ranking sold={sold} totals={now?.total ?? []} />}
    </Card>
  );
}

function Ranking({ sold, totals }: { sold: Sold[]; totals: readonly Takings[] }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { settings } = useSession();
  const [wanted] = useFilter("currency");
  const currencies = currenciesOf([totals], settings.currency);
  const currency = currencies.find((each) => each === wanted) ?? currencies[0];
  const best = sold.filter(({ revenue }) => revenue.currency === currency).slice(0, SHOWN);
  const most = Math.max(...best.map(({ revenue }) => Number(revenue.net.amount)));
  if (best.length === 0) {
    return (
      <Text fz="sm" className="muted">
        {t("sold.nothing")}
      </Text>
    );
  }
  return (
    <Bars
      label={t("sold.title")}
      bars={best.map(({ key, name, of, revenue }) => ({
        key,
        label: <Words>{name}</Words>,
        note: of === undefined ? undefined : <Words>{of}</Words>,
        share: most > 0 ? Number(revenue.net.amount) / most : 0,
        value: <MoneyText money={revenue.net} />,
        aside: t("sold.orders", { count: revenue.orders, shown: format.number(revenue.orders) }),
      }))}
    />
  );
}
