// What an AI read on a proof, field by field beside what the order lets expect. It advises and decides nothing.

import { Alert, Table, Text } from "@mantine/core";
import { Check, Minus, Sparkles, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Ago, Code, MoneyText, Words } from "@/ui/values";
import type { Reading } from "./review";

interface Row {
  name: "amount" | "currency" | "paidOn" | "payeeName" | "payeeAccount";
  read: string;
  isExpected: boolean | null;
  expected: ReactNode;
}

export function ReadingTable({ reading }: { reading: Reading | null }) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  if (reading === null) {
    return (
      <Text fz="sm" className="muted">
        {t("reading.none")}
      </Text>
    );
  }
  const { expectedPayees: payees } = reading;
  const numbers = payees.flatMap(({ accountNumber }) => accountNumber ?? []);
  const rows: Row[] = [
    { name: "amount", ...reading.amount, expected: <MoneyText money={reading.expectedAmount} /> },
    { name: "currency", ...reading.currency, expected: <Code>{reading.expectedAmount.currency}</Code> },
    { name: "paidOn", ...reading.paidOn, expected: t("reading.since", { day: format.date(reading.orderedOn) }) },
    { name: "payeeName", ...reading.payeeName, expected: <OneOf values={payees.map(({ name }) => name)} /> },
    { name: "payeeAccount", ...reading.payeeAccount, expected: numbers.length > 0 ? <OneOf values={numbers} areNumbers /> : "—" },
  ];
  return (
    <>
      {!reading.isReceipt && (
        <Alert color="red" icon={<TriangleAlert size={16} aria-hidden />} mb="xs" p="xs">
          {t("reading.noPayment")}
        </Alert>
      )}
      <Table className="reading" verticalSpacing={6} horizontalSpacing={6} aria-label={t("reading.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="th" scope="col">
              {t("reading.field")}
            </Table.Th>
            <Table.Th className="th" scope="col">
              {t("reading.read")}
            </Table.Th>
            <Table.Th className="th" scope="col">
              {t("reading.expected")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, read, isExpected, expected }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400} className="muted">
                {t(`reading.${name}`)}
              </Table.Th>
              <Table.Td>
                <Mark isExpected={isExpected} /> <Words>{read || "—"}</Words>
              </Table.Td>
              <Table.Td className="muted">{expected}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" fw={400} className="muted">
              {t("reading.reference")}
            </Table.Th>
            <Table.Td colSpan={2}>
              <Words>{reading.reference || "—"}</Words>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {reading.notes && (
        <Text fz="sm" mt={6}>
          <Words>“{reading.notes}”</Words>
        </Text>
      )}
      <Text fz="xs" className="muted" mt={6}>
        <Sparkles size={12} aria-hidden /> {t("reading.advice")} · <Code>{reading.model}</Code> · <Ago time={reading.readAt} />
      </Text>
    </>
  );
}

function Mark({ isExpected }: { isExpected: boolean | null }) {
  const { t } = useTranslation(["orders", "common"]);
  if (isExpected === null) return <Minus size={14} className="muted" role="img" aria-label={t("reading.unknown")} />;
  return isExpected ? (
    <Check size={14} className="good" role="img" aria-label={t("reading.matches")} />
  ) : (
    <X size={14} className="bad" role="img" aria-label={t("reading.differs")} />
  );
}

/** The shop has often one payee, and many numbers of it. */
function OneOf({ values, areNumbers }: { values: readonly string[]; areNumbers?: boolean }) {
  const { t } = useTranslation(["orders", "common"]);
  const different = [...new Set(values)];
  const [first, ...others] = different;
  if (first === undefined) return <>—</>;
  return (
    <span title={different.join("\n")}>
      {areNumbers ? <Code>{first}</Code> : <Words>{first}</Words>}
      {others.length > 0 && ` ${t("reading.orOthers", { count: others.length })}`}
    </span>
  );
}
