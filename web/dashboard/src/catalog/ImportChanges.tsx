// What a file changes, service by service.

import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "@/ui/Badge";
import { Section } from "@/ui/Page";
import { Words } from "@/ui/values";
import type { ImportChange } from "./import-documents";

const TONES: Record<ImportChange["kind"], Tone> = { CREATED: "good", UPDATED: "info", UNCHANGED: "idle" };

export function ImportChanges({ changes, isDone }: { changes: readonly ImportChange[]; isDone: boolean }) {
  const { t } = useTranslation("catalog");
  const title = t(isDone ? "import.changesDone" : "import.changes");
  return (
    <Section title={title}>
      <Table aria-label={title} className="catalog-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="th" scope="col">
              {t("import.columns.service")}
            </Table.Th>
            <Table.Th className="th" scope="col">
              {t("import.columns.what")}
            </Table.Th>
            <Table.Th className="th" scope="col" visibleFrom="sm">
              {t("import.changedFields")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ kind, serviceName, packageName, fields }, number) => (
            <Table.Tr key={number}>
              <Table.Td>
                <Text fz="sm" fw={packageName === null ? 640 : undefined} ps={packageName === null ? 0 : "md"}>
                  <Words>{packageName ?? serviceName}</Words>
                </Text>
              </Table.Td>
              <Table.Td>
                <Badge tone={TONES[kind]}>{t(`import.change.${kind}`)}</Badge>
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <Text fz="xs" className="muted" dir="ltr" ta="start">
                  {kind === "UPDATED" ? fields.join(", ") : ""}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
