// What surrounds all pages: theme, toasts, questions, the API's client and who is signed in.

import { DirectionProvider, MantineProvider, useDirection } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { Suspense, useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RouterProvider } from "react-router/dom";
import { Provider } from "urql";
import { makeClient } from "@/api/client";
import { resyncs } from "@/api/socket";
import { LANGUAGES, type Language } from "@/i18n";
import { ConfirmProvider } from "@/ui/confirm";
import { theme } from "@/ui/theme";
import { router } from "./routes";
import { ForgetContext } from "./forget";

export function App({ nonce }: { nonce: string }) {
  return (
    <DirectionProvider>
      <Direction />
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <Notifications position="top-center" />
        <ConfirmProvider>
          <Api>
            <Suspense>
              <RouterProvider router={router} />
            </Suspense>
          </Api>
        </ConfirmProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

function Direction() {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const { direction } = LANGUAGES[i18n.language as Language];
  useEffect(() => {
    setDirection(direction);
  }, [direction, setDirection]);
  return null;
}

/** A new client, which knows nothing yet, when somebody else signs in or when too much was missed to follow on. */
function Api({ children }: { children: ReactNode }) {
  const [client, setClient] = useState(makeClient);
  const forget = () => {
    setClient(makeClient());
  };
  useEffect(() => resyncs.watch(forget), []);
  return (
    <ForgetContext value={forget}>
      <Provider value={client}>{children}</Provider>
    </ForgetContext>
  );
}
