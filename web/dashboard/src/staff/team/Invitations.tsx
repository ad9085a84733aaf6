// Links that can still be used to join.

import { Button, Text } from "@mantine/core";
import { MailOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { useConfirm } from "@/ui/confirm";
import { DataTable, type Column } from "@/ui/DataTable";
import { Section } from "@/ui/Page";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Ago, Words } from "@/ui/values";
import { INVITATIONS, REVOKE_INVITATION, type OpenInvitation } from "./documents";
import { RoleBadge } from "./RoleBadge";

export function Invitations() {
  const { t } = useTranslation(["staff", "common"]);
  const { can } = useSession();
  const tell = useTell();
  const confirm = useConfirm();
  const [revoke] = useChange(REVOKE_INVITATION);
  const { data, problem, refresh } = useRead(INVITATIONS, {});
  useHeard(["invitation.changed"], refresh);

  const take = async ({ id, email }: OpenInvitation) => {
    const isSure = await confirm({
      title: t("invitations.sure", { email }),
      text: t("invitations.sureText"),
      action: t("invitations.revoke"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem: refusal } = await revoke({ input: { id, idempotencyKey: newKey() } });
    if (refusal) tell.problem(refusal);
    else tell.done(t("invitations.revoked", { email }));
  };
  const columns: Column<OpenInvitation>[] = [
    {
      key: "email",
      header: t("common:fields.email"),
      render: ({ email }) => (
        <Text fz="sm" className="team-email">
          <Words>{email}</Words>
        </Text>
      ),
    },
    { key: "role", header: t("role"), render: ({ role }) => <RoleBadge role={role} /> },
    {
      key: "by",
      header: t("invitations.by"),
      from: "md",
      render: ({ invitedBy }) => <Text fz="sm">{invitedBy ? <Words>{invitedBy.name}</Words> : t("invitations.byProgram")}</Text>,
    },
    {
      key: "ends",
      header: t("invitations.ends"),
      from: "sm",
      render: ({ expiresAt }) => (
        <Text fz="sm" className="muted">
          <Ago time={expiresAt} />
        </Text>
      ),
    },
    {
      key: "revoke",
      header: t("me.sessions.actions"),
      align: "end",
      render: (invitation) =>
        invitation.role !== "OWNER" || can("owners:manage") ? (
          <Button size="xs" variant="default" aria-label={`${t("invitations.revoke")}: ${invitation.email}`} onClick={() => void take(invitation)}>
            {t("invitations.revoke")}
          </Button>
        ) : null,
    },
  ];
  return (
    <Section title={t("invitations.title")}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <DataTable
        label={t("invitations.title")}
        columns={columns}
        rows={data?.invitations?.nodes}
        empty={
          <Text fz="sm" className="muted team-none">
            <MailOpen size={16} aria-hidden /> {t("invitations.none")}
          </Text>
        }
      />
    </Section>
  );
}
