// What a provider takes now, and from when on it takes something else.

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import type { Provider } from "./documents";

/** The day of the business, as `2026-12-01`. */
export function useToday(): string {
  const { timeZone } = useSession().settings;
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date());
}

/** `5.000000` as people write it. */
export function short(amount: string): string {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

/** Exact: parts of a cent count, where there are millions of them. */
export function usePriceWords(): (price: Provider["prices"][number]) => string {
  const { t } = useTranslation("providers");
  return ({ currency, read, written }) => t("price.pair", { read: `${currency} ${short(read)}`, written: `${currency} ${short(written)}` });
}

export function PriceText({ prices }: { prices: Provider["prices"] }) {
  const { t } = useTranslation("providers");
  const format = useFormat();
  const words = usePriceWords();
  const today = useToday();
  const current = prices.findLast(({ validFrom }) => validFrom <= today);
  const next = prices.find(({ validFrom }) => validFrom > today);
  return (
    <>
      <Text fz="sm" fw={current ? 560 : undefined} className={current ? "num" : "muted"}>
        {current ? words(current) : t("price.unknown")}
      </Text>
      {next && (
        <Text fz="xs" className="muted num">
          {t("price.from", { day: format.date(next.validFrom), price: words(next) })}
        </Text>
      )}
    </>
  );
}
