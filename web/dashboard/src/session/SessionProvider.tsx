// Finds out who is signed in, shows the pages to them and the sign-in to everybody else.

import { Center, Loader, Modal } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { graphql } from "@/api/graphql";
import { problemOf, type Problem } from "@/api/problems";
import { hasEnded, renewed } from "@/api/renewal";
import { heardUntil, socket } from "@/api/socket";
import { useWatched } from "@/api/watched";
import { csrfToken } from "@/api/cookies";
import { ProblemNotice } from "@/ui/problems";
import { Entrance } from "./Entrance";
import { SignIn } from "./SignIn";
import { SESSION, SessionContext, type Session } from "./session";

const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut {
      __typename
    }
  }
`);

type Known = Pick<Session, "viewer" | "settings">;

/** `onChange` is called when somebody came or went: everything read before is to be forgotten. */
export function SessionProvider({ onChange, children }: { onChange: () => void; children: ReactNode }) {
  const { t } = useTranslation("session");
  const client = useClient();
  const isOver = useWatched(hasEnded);
  const [known, setKnown] = useState<Known | null>();
  const [problem, setProblem] = useState<Problem>();

  const read = useCallback(async () => {
    setProblem(undefined);
    const ask = () => client.query(SESSION, {}, { requestPolicy: "network-only" }).toPromise();
    let { data, error } = await ask();
    if (!error && !data?.viewer && csrfToken() !== "" && (await renewed().catch(() => false))) {
      ({ data, error } = await ask());
    }
    const { viewer = null, settings = null, eventCursor = null } = data ?? {};
    if (viewer?.staff && settings) {
      heardUntil.set(eventCursor ?? undefined);
      setKnown({ viewer: { ...viewer, staff: viewer.staff }, settings });
    } else if (error && error.graphQLErrors.length === 0) setProblem(problemOf(error));
    else setKnown(null);
  }, [client]);

  useEffect(() => {
    void read();
  }, [read]);

  const signOut = useCallback(async () => {
    await client.mutation(SIGN_OUT, {}).toPromise();
    socket.terminate();
    onChange();
  }, [client, onChange]);

  const session = useMemo<Session | null>(() => {
    if (!known) return null;
    const rights = new Set(known.viewer.can);
    return { ...known, can: (right) => rights.has(right), signOut };
  }, [known, signOut]);

  if (problem && known === undefined) {
    return (
      <Entrance title={t("unreachable")}>
        <ProblemNotice problem={problem} onRetry={() => void read()} />
      </Entrance>
    );
  }
  if (known === undefined) {
    return (
      <Center h="100dvh">
        <Loader aria-label={t("loading")} />
      </Center>
    );
  }
  if (session === null) {
    return (
      <Entrance title={t("signIn")}>
        <SignIn onDone={onChange} />
      </Entrance>
    );
  }
  return (
    <SessionContext value={session}>
      {children}
      <Modal opened={isOver} onClose={() => undefined} withCloseButton={false} title={t("ended")}>
        <SignIn
          email={session.viewer.staff.email}
          onDone={(staff) => {
            // The same person goes on where they were, with all they had typed; anybody else begins anew.
            if (staff.id !== session.viewer.staff.id) location.assign("/");
          }}
        />
      </Modal>
    </SessionContext>
  );
}
