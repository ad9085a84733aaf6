// Finds out who is signed in, shows the pages to them and the sign-in to everybody else.

import { Center, Loader, Modal } from "@mantine/core";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useClient, useQuery } from "urql";
import { csrfToken } from "@/api/cookies";
import { graphql, type ResultOf } from "@/api/graphql";
import { problemOf } from "@/api/problems";
import { hasEnded, renewed } from "@/api/renewal";
import { socket } from "@/api/socket";
import { useWatched } from "@/api/watched";
import { ProblemNotice } from "@/ui/problems";
import { Entrance } from "./Entrance";
import { SESSION, SessionContext, type Session } from "./session";

const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut {
      __typename
    }
  }
`);

// Who comes back is signed in already, as a rule.
const SignIn = lazy(() => import("./SignIn"));

/** `onChange` is called when somebody came or went: everything read before is to be forgotten. */
export function SessionProvider({ onChange, children }: { onChange: () => void; children: ReactNode }) {
  const { t } = useTranslation("session");
  const client = useClient();
  const isOver = useWatched(hasEnded);
  const [{ data, error, fetching }, ask] = useQuery({ query: SESSION, requestPolicy: "network-only" });
  const [isRenewalOver, setIsRenewalOver] = useState(false);
  // What was known stays on the screen while it is asked for anew.
  const [known, setKnown] = useState<ResultOf<typeof SESSION>>();
  const isRenewable = data !== undefined && !data.viewer && csrfToken() !== "" && !isRenewalOver;
  if (data !== undefined && data !== known && !fetching && !isRenewable) setKnown(data);

  useEffect(() => {
    if (!isRenewable) return;
    void renewed()
      .catch(() => false)
      .then((isIn) => {
        if (isIn) ask();
        setIsRenewalOver(true);
      });
  }, [isRenewable, ask]);

  const signOut = useCallback(async () => {
    await client.mutation(SIGN_OUT, {}).toPromise();
    socket.terminate();
    onChange();
  }, [client, onChange]);

  const session = useMemo<Session | null>(() => {
    const { viewer, settings } = known ?? {};
    if (!viewer?.staff || !settings) return null;
    const rights = new Set(viewer.can);
    return { viewer: { ...viewer, staff: viewer.staff }, settings, can: (right) => rights.has(right), signOut };
  }, [known, signOut]);

  if (error && known === undefined && !fetching) {
    return (
      <Entrance title={t("unreachable")}>
        <ProblemNotice
          problem={problemOf(error)}
          onRetry={() => {
            ask();
          }}
        />
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
        <Suspense fallback={<Loader role="status" aria-label={t("loading")} />}>
          <SignIn onDone={onChange} />
        </Suspense>
      </Entrance>
    );
  }
  return (
    <SessionContext value={session}>
      {children}
      <Modal opened={isOver} onClose={() => undefined} withCloseButton={false} title={t("ended")}>
        <Suspense fallback={<Loader role="status" aria-label={t("loading")} />}>
          <SignIn
            email={session.viewer.staff.email}
            onDone={(staff) => {
              // The same person goes on where they were, with all they had typed; anybody else begins anew.
              if (staff.id !== session.viewer.staff.id) location.assign("/");
            }}
          />
        </Suspense>
      </Modal>
    </SessionContext>
  );
}
