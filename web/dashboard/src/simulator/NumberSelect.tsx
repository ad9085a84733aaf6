// Which simulated number is written to, and a new one.

import { ActionIcon, Group, Select, Tooltip } from "@mantine/core";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import type { SimulatedNumber } from "./documents";
import { useNewNumber } from "./useNewNumber";

interface NumberSelectProps {
  numbers: readonly SimulatedNumber[];
  chosen: SimulatedNumber;
  onChoose: (id: string) => void;
}

export function NumberSelect({ numbers, chosen, onChoose }: NumberSelectProps) {
  const { t } = useTranslation(["simulator", "accounts"]);
  const { can } = useSession();
  const { make, isMaking } = useNewNumber(numbers, onChoose);
  return (
    <Group gap={4} align="flex-end" wrap="nowrap">
      <Select
        aria-label={t("number.label")}
        size="sm"
        flex={1}
        value={chosen.id}
        allowDeselect={false}
        searchable={numbers.length > 8}
        data={numbers.map(({ id, name, status }) => ({
          value: id,
          label: status === "CONNECTED" ? name : `${name} (${t(`accounts:status.${status}`)})`,
        }))}
        onChange={(id) => {
          if (id !== null) onChoose(id);
        }}
      />
      {can("accounts:write") && (
        <Tooltip label={t("number.new")}>
          <ActionIcon size={36} variant="default" aria-label={t("number.new")} loading={isMaking} onClick={() => void make()}>
            <Plus size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
