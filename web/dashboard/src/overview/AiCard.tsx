// What the AI cost for each paid order, and how much each provider was asked.

import { Anchor, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { Card } from "./Card";
import { Change } from "./Change";
import { AI_USE, type AiUse } from "./documents";
import type { Period } from "./period";
import { useReport } from "./useReport";

export function AiCard({ period, told }: { period: Period; told: string | undefined }) {
  const { t } = useTranslation("overview");
  const read = useReport(AI_USE, { now: period.now, before: period.before }, told);
  const { now, before } = read.data ?? {};
  const past = before?.total.costs ?? [];
  return (
    <Card title={t("ai.title")} height={260} read={read}>
      {now && (now.total.requests > 0 ? <Use use={now} past={past} period={period} /> : <Unused />)}
    </Card>
  );
}

type Past = { currency: string; perPaidOrder: string | null }[];

function Use({ use, past, period }: { use: AiUse; past: Past; period: Period }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { can } = useSession();
  const { total } = use;
  return (
    <>
      {total.costs.map(({ currency, amount, perPaidOrder }) => (
        <div key={currency} className="overview-headline">
          <p className="overview-figure">
            <bdi className="num">{perPaidOrder === null ? "–" : format.money({ amount: perPaidOrder, currency }, { fine: true })}</bdi>{" "}
            <small>{t("ai.perPaidOrder")}</small>
          </p>
          <Change
            now={perPaidOrder === null ? null : Number(perPaidOrder)}
            before={Number(past.find((each) => each.currency === currency)?.perPaidOrder ?? 0)}
            period={period.name}
            isLessBetter
          />
          <Text fz="sm" className="muted">
            {t("ai.inAll", { amount: format.money({ amount, currency }, { fine: true }) })}
          </Text>
        </div>
      ))}
      <Providers use={use} />
      {total.withoutPrice > 0 && (
        <Text fz="xs" className="muted" mt="sm">
          {t("ai.withoutPrice", { count: total.withoutPrice, shown: format.number(total.withoutPrice) })}{" "}
          {can("providers:write") && (
            <Anchor component={Link} to="/providers" fz="xs" underline="always">
              {t("ai.setPrices")}
            </Anchor>
          )}
        </Text>
      )}
    </>
  );
}

function Providers({ use }: { use: AiUse }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  return (
    <Table className="overview-table" verticalSpacing={6} horizontalSpacing={0} aria-label={t("ai.byProvider")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("ai.provider")}</Table.Th>
          <Table.Th scope="col">{t("ai.requests")}</Table.Th>
          <Table.Th scope="col">{t("ai.failed")}</Table.Th>
          <Table.Th scope="col">{t("ai.cost")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {use.providers.map(({ provider, use: { requests, failed, costs } }) => (
          <Table.Tr key={provider}>
            <Table.Th scope="row">{provider}</Table.Th>
            <Table.Td className="num">{format.number(requests)}</Table.Td>
            <Table.Td className="num">{format.percent(failed / requests)}</Table.Td>
            <Table.Td className="num">
              {costs.length === 0 ? "–" : costs.map((cost) => <div key={cost.currency}>{format.money(cost, { fine: true })}</div>)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Unused() {
  const { t } = useTranslation("overview");
  const { can } = useSession();
  return (
    <Text fz="sm" className="muted">
      {t("ai.unused")}{" "}
      {can("providers:write") && (
        <Anchor component={Link} to="/providers" fz="sm" underline="always">
          {t("ai.add")}
        </Anchor>
      )}
    </Text>
  );
}
