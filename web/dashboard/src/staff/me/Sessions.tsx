// The browsers in which one is signed in; each can be signed out from here, and its open pages end at once.

import { Button } from "@mantine/core";
import { MonitorSmartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { graphql, type ResultOf } from "@/api/graphql";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { useConfirm } from "@/ui/confirm";
import { DataTable, type Column } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Section } from "@/ui/Page";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Ago, Code } from "@/ui/values";
import { browserName } from "./userAgents";

const SESSIONS = graphql(`
  query MySessions {
    staffSessions {
      id
      address
      userAgent
      createdAt
      lastUsedAt
      endedAt
      isCurrent
    }
  }
`);

const REVOKE = graphql(`
  mutation RevokeMySession($input: StaffSessionRevokeInput!) {
    staffSessionRevoke(input: $input) {
      ... on StaffSessionPayload {
        session {
          id
          endedAt
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    signOut(input: { everywhere: true }) {
      ... on SignOutPayload {
        isSignedOut
      }
    }
  }
`);

type SessionRow = NonNullable<ResultOf<typeof SESSIONS>["staffSessions"]>[number];

export function Sessions() {
  const { t } = useTranslation("staff");
  const tell = useTell();
  const confirm = useConfirm();
  const { signOut } = useSession();
  const { data, problem, refresh } = useRead(SESSIONS, {});
  const [revoke, isRevoking] = useChange(REVOKE);
  const [everywhere] = useChange(SIGN_OUT_EVERYWHERE);
  const open = data?.staffSessions?.filter(({ endedAt }) => endedAt === null);

  const end = async ({ id }: SessionRow) => {
    const { problem: refusal } = await revoke({ input: { id } });
    if (refusal) tell.problem(refusal);
    else tell.done(t("me.sessions.ended"));
  };
  const endAll = async () => {
    const question = { title: t("me.sessions.all"), text: t("me.sessions.allText"), action: t("me.sessions.all") };
    if (!(await confirm(question))) return;
    const { problem: refusal } = await everywhere({});
    if (refusal) tell.problem(refusal);
    else await signOut();
  };

  const columns: Column<SessionRow>[] = [
    {
      key: "browser",
      header: t("me.sessions.browser"),
      render: ({ userAgent, isCurrent }) => (
        <>
          {browserName(userAgent) ?? t("me.sessions.unknown")} {isCurrent && <Badge tone="good">{t("me.sessions.this")}</Badge>}
        </>
      ),
    },
    { key: "address", header: t("me.sessions.address"), render: ({ address }) => <Code>{address}</Code>, from: "sm" },
    { key: "used", header: t("me.sessions.used"), render: ({ lastUsedAt }) => <Ago time={lastUsedAt} /> },
    {
      key: "end",
      header: t("me.sessions.actions"),
      align: "end",
      render: (session) =>
        session.isCurrent ? null : (
          <Button size="xs" variant="default" disabled={isRevoking} onClick={() => void end(session)}>
            {t("me.sessions.end")}
          </Button>
        ),
    },
  ];

  return (
    <Section
      title={t("me.sessions.title")}
      aside={
        <Button size="xs" variant="default" onClick={() => void endAll()}>
          {t("me.sessions.all")}
        </Button>
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      <DataTable
        label={t("me.sessions.title")}
        columns={columns}
        rows={open}
        empty={<EmptyState icon={MonitorSmartphone} title={t("me.sessions.unknown")} />}
      />
    </Section>
  );
}
