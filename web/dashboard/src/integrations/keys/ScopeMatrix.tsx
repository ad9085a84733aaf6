// Area by area: nothing, read, or read and change.

import { Radio, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AREAS, levelsOf, type Levels } from "./scopes";

const LEVELS = ["none", "read", "write"] as const;

interface ScopeMatrixProps {
  levels: Levels;
  onChange: (levels: Levels) => void;
}

export function ScopeMatrix({ levels, onChange }: ScopeMatrixProps) {
  const { t } = useTranslation("integrations");
  return (
    <Table aria-label={t("keys.access")} className="scope-matrix" verticalSpacing={6} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" className="th">
            {t("keys.area")}
          </Table.Th>
          {LEVELS.map((level) => (
            <Table.Th key={level} scope="col" className="th" ta="center">
              {t(`keys.level.${level}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {AREAS.map((area) => (
          <Table.Tr key={area}>
            <Table.Th scope="row" fw={400}>
              <Text fz="sm" fw={560}>
                {t(`areas.${area}`)}
              </Text>
              <Text fz="xs" className="muted">
                {t(`areaAdvice.${area}`)}
              </Text>
            </Table.Th>
            {LEVELS.map((level) => (
              <Table.Td key={level} ta="center">
                {levelsOf(area).includes(level) && (
                  <Radio
                    name={`scope-${area}`}
                    aria-label={`${t(`areas.${area}`)}: ${t(`keys.level.${level}`)}`}
                    checked={levels[area] === level}
                    className="scope-choice"
                    onChange={() => {
                      onChange({ ...levels, [area]: level });
                    }}
                  />
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
