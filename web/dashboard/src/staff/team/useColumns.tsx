// The columns of the table of people.

import { Avatar, Box, Group, Text } from "@mantine/core";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import type { Column } from "@/ui/DataTable";
import { Ago, Words } from "@/ui/values";
import type { Person } from "./documents";
import { RoleBadge } from "./RoleBadge";

export function useColumns(): Column<Person>[] {
  const { t } = useTranslation(["staff", "common"]);
  const { viewer } = useSession();
  return [
    {
      key: "name",
      header: t("common:fields.name"),
      render: ({ id, name, email, isActive }) => (
        <Group gap="sm" wrap="nowrap" miw={0} className="team-person">
          <Avatar size={34} name={name} color="initials" aria-hidden />
          <Box miw={0}>
            <Text fz="sm" fw={600} className="clip">
              <Words>{name}</Words>
              {id === viewer.staff.id && (
                <Text span fz="xs" className="muted" fw={400}>
                  {" "}
                  {t("you")}
                </Text>
              )}
            </Text>
            <Text fz="xs" className="muted clip" fw={400}>
              <Words>{email}</Words>
            </Text>
            {!isActive && (
              <Box hiddenFrom="sm" mt={2}>
                <Badge tone="idle">{t("state.inactive")}</Badge>
              </Box>
            )}
          </Box>
        </Group>
      ),
    },
    { key: "role", header: t("role"), render: ({ role }) => <RoleBadge role={role} /> },
    {
      key: "second",
      header: t("me.second.title"),
      from: "sm",
      render: ({ totpEnabled }) => (
        <Group gap={6} wrap="nowrap" className={totpEnabled ? undefined : "muted"}>
          {totpEnabled ? <ShieldCheck size={16} aria-hidden className="team-safe" /> : <ShieldOff size={16} aria-hidden />}
          <Text fz="sm">{totpEnabled ? t("second.on") : t("second.off")}</Text>
        </Group>
      ),
    },
    {
      key: "lastSignIn",
      header: t("me.lastSignIn"),
      from: "md",
      render: ({ lastSignInAt }) => (
        <Text fz="sm" className="muted">
          {lastSignInAt === null ? t("neverSignedIn") : <Ago time={lastSignInAt} />}
        </Text>
      ),
    },
    {
      key: "active",
      header: t("common:fields.status"),
      from: "sm",
      render: ({ isActive }) => <Badge tone={isActive ? "good" : "idle"}>{isActive ? t("state.active") : t("state.inactive")}</Badge>,
    },
  ];
}
