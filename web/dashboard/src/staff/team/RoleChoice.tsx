// A role among those that one may give, each with what it may do.

import { Badge, Group, Radio, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { ROLES, type Role } from "./documents";

interface RoleChoiceProps {
  label: string;
  value: Role;
  onChange: (role: Role) => void;
  /** The one that the person has now. */
  current?: Role;
}

export function RoleChoice({ label, value, onChange, current }: RoleChoiceProps) {
  const { t } = useTranslation(["staff", "app"]);
  const { can } = useSession();
  const offered = ROLES.filter((role) => role !== "OWNER" || can("owners:manage"));
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => {
        const role = offered.find((each) => each === chosen);
        if (role) onChange(role);
      }}
    >
      <Stack gap="xs" mt={6}>
        {offered.map((role) => (
          <Radio.Card key={role} value={role} p="sm" radius="md" className="team-role" aria-label={t(`app:roles.${role}`)}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={1} />
              <div>
                <Group gap={8}>
                  <Text fz="sm" fw={600}>
                    {t(`app:roles.${role}`)}
                  </Text>
                  {role === current && (
                    <Badge size="sm" variant="light" color="gray" tt="none">
                      {t("person.roleNow")}
                    </Badge>
                  )}
                </Group>
                <Text fz="xs" className="muted">
                  {t(`roleMay.${role}`)}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
