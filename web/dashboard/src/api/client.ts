// The way to /graphql: a normalised cache, a session that renews itself, and subscriptions on one socket.

import { authExchange } from "@urql/exchange-auth";
import { Client, fetchExchange, subscriptionExchange, type CombinedError } from "urql";
import { cache } from "./cache";
import { CSRF_HEADER, csrfToken } from "./cookies";
import { hasEnded, isAccessEnding, renewed } from "./renewal";
import { follow } from "./socket";

export function hasCode(error: CombinedError | undefined, code: string): boolean {
  return Boolean(error?.graphQLErrors.some(({ extensions }) => extensions.code === code));
}

/** A new one knows nothing of what the one before had read. */
export function makeClient(): Client {
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    // What is known is shown at once, and asked for anew behind it.
    requestPolicy: "cache-and-network",
    fetchOptions: () => {
      const token = csrfToken();
      const headers: Record<string, string> = token ? { [CSRF_HEADER]: token } : {};
      return { credentials: "same-origin", headers };
    },
    exchanges: [
      cache(),
      authExchange(() =>
        Promise.resolve({
          addAuthToOperation: (operation) => operation,
          willAuthError: () => isAccessEnding() && !hasEnded.value,
          didAuthError: (error) => hasCode(error, "UNAUTHENTICATED") && csrfToken() !== "",
          refreshAuth: async () => {
            if (!(await renewed())) hasEnded.set(true);
          },
        }),
      ),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = "", variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: follow({ query, variables: { ...variables } }, sink as Parameters<typeof follow>[1]),
          }),
        }),
      }),
    ],
  });
}
