// One person of the shop: what they are known by, what they may do, where they are signed in.

import { Alert, Anchor, Avatar, Box, Drawer, Group, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { Info, UserX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice } from "@/ui/problems";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { Copyable, Field, When, Words } from "@/ui/values";
import { ChangeRole } from "./ChangeRole";
import { STAFF_MEMBER, type Person } from "./documents";
import { Leaving } from "./Leaving";
import { LostSecondFactor } from "./LostSecondFactor";
import { PersonSessions } from "./PersonSessions";
import { RoleBadge } from "./RoleBadge";

export function PersonDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation(["staff", "common"]);
  const { value, isOpen, times } = useKept(id);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size="md"
      title={t("person.title")}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      {value !== null && <Details key={`${value}:${String(times)}`} id={value} />}
    </Drawer>
  );
}

function Details({ id }: { id: string }) {
  const { t } = useTranslation(["staff", "common"]);
  const { data, isLoading, problem, refresh } = useRead(STAFF_MEMBER, { id });
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (isLoading) {
    return (
      <Stack aria-busy aria-label={t("common:list.loading")} role="status">
        <Skeleton h={56} radius="md" />
        <Skeleton h={96} radius="md" />
        <Skeleton h={260} radius="md" />
      </Stack>
    );
  }
  const person = data?.node;
  if (person?.__typename !== "Staff") return <EmptyState icon={UserX} title={t("person.gone")} />;
  return <KnownPerson person={person} />;
}

function KnownPerson({ person }: { person: Person }) {
  const { t } = useTranslation(["staff", "common"]);
  const { can, viewer } = useSession();
  const { createdAt, email, isActive, lastSignInAt, name, role, totpEnabled } = person;
  const isSelf = person.id === viewer.staff.id;
  const isTheirs = role !== "OWNER" || can("owners:manage");
  const mayChange = can("staff:manage") && isTheirs && !isSelf;
  return (
    <Stack gap="lg">
      <Group gap="sm" wrap="nowrap">
        <Avatar size={48} name={name} color="initials" aria-hidden />
        <Box miw={0}>
          <Text fw={620} className="clip">
            <Words>{name}</Words>
          </Text>
          <Group gap={6}>
            <RoleBadge role={role} />
            <Badge tone={isActive ? "good" : "idle"}>{isActive ? t("state.active") : t("state.inactive")}</Badge>
          </Group>
        </Box>
      </Group>
      <SimpleGrid component="dl" cols={2} m={0} spacing="sm">
        <Field label={t("common:fields.email")}>
          <Copyable value={email} label={t("common:fields.email")}>
            <Words>{email}</Words>
          </Copyable>
        </Field>
        <Field label={t("me.second.title")}>{totpEnabled ? t("second.on") : t("second.off")}</Field>
        <Field label={t("person.came")}>
          <When time={createdAt} />
        </Field>
        <Field label={t("me.lastSignIn")}>{lastSignInAt === null ? t("neverSignedIn") : <When time={lastSignInAt} />}</Field>
      </SimpleGrid>
      {isSelf && (
        <Alert color="blue" icon={<Info size={18} aria-hidden />}>
          <Text fz="sm" c="inherit">
            {t("person.self")}{" "}
            <Anchor component={Link} to="/me" fz="sm" c="inherit" td="underline">
              {t("me.title")}
            </Anchor>
          </Text>
        </Alert>
      )}
      {can("staff:manage") && !isTheirs && !isSelf && (
        <Alert color="blue" icon={<Info size={18} aria-hidden />}>
          {t("person.ownersOnly")}
        </Alert>
      )}
      {mayChange && (
        <>
          <ChangeRole person={person} />
          {isActive && <PersonSessions person={person} />}
          {totpEnabled && <LostSecondFactor person={person} />}
          <Leaving person={person} />
        </>
      )}
    </Stack>
  );
}
