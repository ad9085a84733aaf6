// What can happen to a line: it is cut, banned, held up, logged out, taken over; and it comes back.

import { Button, Menu, Text } from "@mantine/core";
import { Ban, CirclePause, CirclePlay, LogOut, RotateCcw, Shuffle, Unplug, Zap, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useTell } from "@/ui/problems";
import { CHANGE_LINE } from "./changes";

function shortly(): string {
  return new Date(Date.now() + 60_000).toISOString();
}

interface Fault {
  name: "dropShortly" | "drop" | "hold" | "release" | "banShortly" | "ban" | "logOut" | "replace" | "restore";
  change: "DROP" | "HOLD" | "RELEASE" | "BAN" | "LOG_OUT" | "REPLACE" | "RESTORE";
  isShort?: boolean;
  icon: LucideIcon;
}

const FAULTS: { group: "network" | "whatsapp" | "phone" | "good"; faults: Fault[] }[] = [
  {
    group: "network",
    faults: [
      { name: "dropShortly", change: "DROP", isShort: true, icon: Unplug },
      { name: "drop", change: "DROP", icon: Unplug },
      { name: "hold", change: "HOLD", icon: CirclePause },
    ],
  },
  {
    group: "whatsapp",
    faults: [
      { name: "banShortly", change: "BAN", isShort: true, icon: Ban },
      { name: "ban", change: "BAN", icon: Ban },
    ],
  },
  {
    group: "phone",
    faults: [
      { name: "logOut", change: "LOG_OUT", icon: LogOut },
      { name: "replace", change: "REPLACE", icon: Shuffle },
    ],
  },
  {
    group: "good",
    faults: [
      { name: "restore", change: "RESTORE", icon: RotateCcw },
      { name: "release", change: "RELEASE", icon: CirclePlay },
    ],
  },
];

export function LineMenu({ accountId }: { accountId: string }) {
  const { t } = useTranslation("simulator");
  const tell = useTell();
  const [change, isChanging] = useChange(CHANGE_LINE);
  const happen = async ({ name, change: what, isShort }: Fault) => {
    const { problem } = await change({ input: { accountId, change: what, until: isShort ? shortly() : null, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t(`faults.${name}.text`), t(`faults.${name}.title`));
  };
  return (
    <Menu position="bottom-end" width={320} withinPortal>
      <Menu.Target>
        <Button variant="default" size="sm" loading={isChanging} leftSection={<Zap size={16} aria-hidden />}>
          {t("faults.button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FAULTS.map(({ group, faults }) => [
          <Menu.Label key={group}>{t(`faults.groups.${group}`)}</Menu.Label>,
          ...faults.map((fault) => (
            <Menu.Item key={fault.name} leftSection={<fault.icon size={16} aria-hidden />} onClick={() => void happen(fault)}>
              {t(`faults.${fault.name}.title`)}
              <Text component="span" display="block" fz="xs" className="muted">
                {t(`faults.${fault.name}.text`)}
              </Text>
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
