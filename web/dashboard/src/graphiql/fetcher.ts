// How GraphiQL asks: over HTTP as a page of ours or with a key, over WebSocket for subscriptions.

import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { createClient } from "graphql-ws";
import i18next from "i18next";
import { CSRF_HEADER, csrfToken } from "@/api/cookies";
import { renewed } from "@/api/renewal";

const UNAUTHENTICATED = "UNAUTHENTICATED";

/** With a key the browser's own cookies stay at home. */
export function makeFetcher(key: string): Fetcher {
  const url = new URL("/graphql", location.href).href;
  return createGraphiQLFetcher({
    url,
    fetch: (address, options) => ask(address, options, key),
    wsClient: createClient({
      url: url.replace(/^http/, "ws"),
      connectionParams: async () => {
        if (key !== "") return { authorization: `Bearer ${key}` };
        await renewed().catch(() => false);
        return {};
      },
    }),
  });
}

async function ask(address: RequestInfo | URL, options: RequestInit | undefined, key: string): Promise<Response> {
  // The schema is for those who may sign in: nobody else needs to hear it from the server.
  if (key === "" && csrfToken() === "" && isForSchema(options)) return refusal(i18next.t("graphiql:asNobody"));
  const send = () => fetch(address, { ...options, ...credentials(options, key) });
  const answer = await send();
  if (key !== "" || csrfToken() === "" || !(await isRefused(answer.clone())) || !(await renewed())) return answer;
  return send();
}

function credentials(options: RequestInit | undefined, key: string): RequestInit {
  const headers = new Headers(options?.headers);
  if (key !== "") headers.set("authorization", `Bearer ${key}`);
  else if (csrfToken() !== "") headers.set(CSRF_HEADER, csrfToken());
  return { headers, credentials: key === "" ? "same-origin" : "omit" };
}

function isForSchema(options: RequestInit | undefined): boolean {
  return typeof options?.body === "string" && options.body.includes("__schema");
}

function refusal(message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code: UNAUTHENTICATED } }] });
}

interface Answer {
  errors?: { extensions?: { code?: string } }[];
}

async function isRefused(answer: Response): Promise<boolean> {
  try {
    const { errors } = (await answer.json()) as Answer;
    return Boolean(errors?.some(({ extensions }) => extensions?.code === UNAUTHENTICATED));
  } catch {
    return false;
  }
}
