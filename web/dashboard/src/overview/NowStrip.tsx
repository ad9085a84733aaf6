// How the shop stands at this moment, live; each figure leads to where one acts on it.

import { Skeleton } from "@mantine/core";
import { BadgeCheck, Hand, MessagesSquare, ReceiptText, Wallet, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { ProblemNotice } from "@/ui/problems";
import { MoneyText } from "@/ui/values";
import { currenciesOf, earningIn } from "./earnings";
import type { Counters, LiveCounters } from "./useCounters";

export interface NowStripProps extends LiveCounters {
  /** In the time zone of the business. */
  today: string;
}

export function NowStrip({ counters, problem, refresh, today }: NowStripProps) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const figure = (name: "proofsWaiting" | "chatsNeedingHuman" | "openChats" | "ordersToday") =>
    counters && format.number(counters[name]);
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  return (
    <nav className="now" aria-label={t("now.title")}>
      <Tile name="proofsWaiting" to="/orders/review" icon={BadgeCheck} isUrgent={(counters?.proofsWaiting ?? 0) > 0}>
        {figure("proofsWaiting")}
      </Tile>
      <Tile
        name="chatsNeedingHuman"
        to="/conversations?view=attention"
        icon={Hand}
        isUrgent={(counters?.chatsNeedingHuman ?? 0) > 0}
      >
        {figure("chatsNeedingHuman")}
      </Tile>
      <Tile name="openChats" to="/conversations" icon={MessagesSquare}>
        {figure("openChats")}
      </Tile>
      <Tile name="ordersToday" to={`/orders?from=${today}&until=${today}&simulated=none`} icon={ReceiptText}>
        {figure("ordersToday")}
      </Tile>
      <Tile name="revenueToday" to="/orders?status=PAID,COMPLETED&order=changed&simulated=none" icon={Wallet}>
        {counters && <Today counters={counters} />}
      </Tile>
    </nav>
  );
}

interface TileProps {
  name: "proofsWaiting" | "chatsNeedingHuman" | "openChats" | "ordersToday" | "revenueToday";
  to: string;
  icon: LucideIcon;
  /** Somebody waits for it. */
  isUrgent?: boolean;
  children: ReactNode;
}

function Tile({ name, to, icon: Icon, isUrgent, children }: TileProps) {
  const { t } = useTranslation("overview");
  return (
    <Link to={to} className="card now-tile" data-counter={name} data-urgent={isUrgent || undefined}>
      <span className="now-label">
        <Icon size={16} strokeWidth={1.8} aria-hidden />
        {t(`now.${name}`)}
      </span>
      <span className="now-figure num">{children ?? <Skeleton h={24} w={48} my={4} />}</span>
    </Link>
  );
}

/** Each currency for itself. */
function Today({ counters }: { counters: Counters }) {
  const { settings } = useSession();
  const [first = settings.currency, ...others] = currenciesOf([counters.revenueToday], settings.currency);
  return (
    <>
      <MoneyText money={earningIn(counters.revenueToday, first).net} />
      {others.map((currency) => (
        <small key={currency}>
          <MoneyText money={earningIn(counters.revenueToday, currency).net} />
        </small>
      ))}
    </>
  );
}
