// Everything that is wrong with a file, by its lines.

import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Section } from "@/ui/Page";
import { Code, Words } from "@/ui/values";
import type { ImportProblem } from "./import-documents";

export function ImportProblems({ problems, count }: { problems: readonly ImportProblem[]; count: number }) {
  const { t } = useTranslation("catalog");
  const format = useFormat();
  const title = t("import.byLine");
  return (
    <Section title={title}>
      {count > problems.length && (
        <Text fz="sm" className="muted" mb="xs">
          {t("import.problemsFirst", { shown: format.number(problems.length) })}
        </Text>
      )}
      <Table aria-label={title} className="catalog-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="th" scope="col" w={72}>
              {t("import.columns.line")}
            </Table.Th>
            <Table.Th className="th" scope="col">
              {t("import.columns.place")}
            </Table.Th>
            <Table.Th className="th" scope="col">
              {t("import.columns.problem")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map(({ line, place, message }, number) => (
            <Table.Tr key={number}>
              <Table.Td className="num">{line}</Table.Td>
              <Table.Td>
                <Code>{place}</Code>
              </Table.Td>
              <Table.Td>
                <Words>{message}</Words>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
