// The keys of the review, and the switch for those whom single keys hinder.

import { Kbd, Modal, Stack, Switch, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

const KEYS = [
  ["next", ["→", "J"]],
  ["previous", ["←", "K"]],
  ["approve", ["A"]],
  ["reject", ["R"]],
  ["compare", ["C"]],
  ["zoom", ["Z"]],
  ["nearer", ["+", "-"]],
  ["move", ["⇧ ↑", "⇧ ↓", "⇧ ←", "⇧ →"]],
  ["turn", ["O"]],
  ["reset", ["0"]],
  ["help", ["?"]],
] as const;

export interface KeysHelpProps {
  isOpen: boolean;
  onClose: () => void;
  areOn: boolean;
  onSwitch: (areOn: boolean) => void;
}

export function KeysHelp({ isOpen, onClose, areOn, onSwitch }: KeysHelpProps) {
  const { t, i18n } = useTranslation(["orders", "common"]);
  // Where one reads from the right, the next one lies to the left.
  const mirrored = (key: string) => (i18n.dir() === "rtl" && key.length === 1 ? ({ "→": "←", "←": "→" }[key] ?? key) : key);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("keys.title")} closeButtonProps={{ "aria-label": t("common:actions.close") }}>
      <Stack>
        <Table aria-label={t("keys.title")} verticalSpacing={6}>
          <Table.Tbody>
            {KEYS.map(([name, keys]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {t(`keys.${name}`)}
                </Table.Th>
                <Table.Td ta="end" dir="ltr" className="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key} ms={4}>
                      {mirrored(key)}
                    </Kbd>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label={t("keys.switch")}
          description={t("keys.switchAdvice")}
          checked={areOn}
          onChange={(event) => {
            onSwitch(event.currentTarget.checked);
          }}
        />
      </Stack>
    </Modal>
  );
}
