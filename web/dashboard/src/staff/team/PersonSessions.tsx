// Where a colleague is signed in; each browser can be signed out.

import { Box, Button, Group, Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Ago, Code } from "@/ui/values";
import { browserName } from "../me/userAgents";
import { REVOKE_SESSION, STAFF_SESSIONS, type Person } from "./documents";
import { Part } from "./Part";

export function PersonSessions({ person: { id, name } }: { person: Person }) {
  const { t } = useTranslation("staff");
  const tell = useTell();
  const { data, isLoading, problem, refresh } = useRead(STAFF_SESSIONS, { staffId: id }, { requestPolicy: "cache-and-network" });
  const [revoke, isRevoking] = useChange(REVOKE_SESSION);
  const open = data?.staffSessions?.filter(({ endedAt }) => endedAt === null) ?? [];
  const end = async (session: string) => {
    const { problem: refusal } = await revoke({ input: { id: session, idempotencyKey: newKey() } });
    if (refusal) tell.problem(refusal);
    else tell.done(t("me.sessions.ended"));
  };
  return (
    <Part title={t("sessions.title", { name })}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && <Skeleton h={44} radius="md" />}
      {!isLoading && open.length === 0 && (
        <Text fz="sm" className="muted">
          {t("sessions.none")}
        </Text>
      )}
      <ul className="team-sessions">
        {open.map(({ id: session, address, lastUsedAt, userAgent }) => {
          const browser = browserName(userAgent) ?? t("me.sessions.unknown");
          return (
            <Group key={session} component="li" justify="space-between" wrap="nowrap" gap="sm">
              <Box miw={0}>
                <Text fz="sm" className="clip">
                  {browser}
                </Text>
                <Text fz="xs" className="muted">
                  <Code>{address}</Code> · <Ago time={lastUsedAt} />
                </Text>
              </Box>
              <Button
                size="xs"
                variant="default"
                disabled={isRevoking}
                aria-label={`${t("me.sessions.end")}: ${browser}`}
                onClick={() => void end(session)}
              >
                {t("me.sessions.end")}
              </Button>
            </Group>
          );
        })}
      </ul>
    </Part>
  );
}
