// The way to /graphql: over HTTP with the browser's cookies or an API key, over WebSocket for subscriptions.

const DOOR = "/graphql";
const CSRF_HEADER = "x-parley-csrf";
const CSRF_COOKIE = /(?:^|;\s*)(?:__Host-)?parley-csrf=([^;]+)/;
const RENEW = "mutation Renew { sessionRefresh { __typename } }";
const PROTOCOL = "graphql-transport-ws";
const REFUSED = 4403;

let renewing = null;

/** What a mutation answered instead of its result, or what the server said instead of an answer. */
export class Problem extends Error {
  constructor(message, { code = "", path = null, challenge = "" } = {}) {
    super(message);
    this.code = code;
    this.path = path?.length ? path : null;
    this.challenge = challenge;
  }
}

/** What proves that a request is a page's own; without it nobody is signed in here. */
export function csrfToken() {
  return document.cookie.match(CSRF_COOKIE)?.[1] ?? "";
}

/** Sends one request and gives the answer as it came. With a key the browser's own cookies stay at home. */
export async function ask(request, { key = "", headers = {}, signal } = {}) {
  const answer = await send(request, { key, headers, signal });
  if (key || !csrfToken() || !isUnauthenticated(answer.body.errors) || !await renewed()) return answer;
  return send(request, { key, headers, signal });
}

/** Access lasts minutes and the session days: a fresh access for what is left of it. False when it has ended. */
export async function renewed() {
  if (!csrfToken()) return false;
  // Two tabs, or two questions of one page, take turns; the second finds the work done.
  renewing ??= send({ query: RENEW }, {}).then(({ body }) => body.data?.sessionRefresh?.__typename === "SessionRefreshPayload");
  try {
    return await renewing;
  } finally {
    renewing = null;
  }
}

/** The data of an answer without errors; anything else is thrown as a Problem. */
export async function data(query, variables = {}) {
  const { body } = await ask({ query, variables });
  const [error] = body.errors ?? [];
  if (error) throw new Problem(error.message, { code: error.extensions?.code });
  return body.data;
}

/** The one field of a mutation whose result may be an Error, which is thrown. */
export async function change(mutation, input) {
  const result = Object.values(await data(mutation, { input }))[0];
  if (result && "message" in result) throw new Problem(result.message, result);
  return result;
}

async function send(request, { key = "", headers = {}, signal }) {
  const sent = { accept: "application/graphql-response+json, application/json", "content-type": "application/json", ...headers };
  if (key) sent.authorization = `Bearer ${key}`;
  else if (csrfToken()) sent[CSRF_HEADER] = csrfToken();
  let response;
  try {
    response = await fetch(DOOR, { method: "POST", headers: sent, body: JSON.stringify(request), credentials: key ? "omit" : "same-origin", signal });
  } catch (problem) {
    if (signal?.aborted) throw problem;
    throw new Problem("The server cannot be reached. Is it still running?");
  }
  const text = await response.text();
  try {
    return { response, body: JSON.parse(text) };
  } catch {
    throw new Problem(`The server answered ${response.status} ${response.statusText} and no JSON.`);
  }
}

function isUnauthenticated(errors) {
  return Boolean(errors?.some((error) => error.extensions?.code === "UNAUTHENTICATED"));
}

/** Follows a subscription until it ends or `signal` says stop; refusals are thrown. */
export async function follow(request, options) {
  try {
    await followOnce(request, options);
  } catch (problem) {
    if (options.key || problem.code !== "UNAUTHENTICATED" || !await renewed()) throw problem;
    await followOnce(request, options);
  }
}

function followOnce(request, { key = "", signal, onOpen, onNext }) {
  return new Promise((resolve, reject) => {
    const address = new URL(DOOR, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address, PROTOCOL);
    const tell = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));
    const stop = () => {
      tell({ id: "1", type: "complete" });
      socket.close(1000);
      resolve();
    };
    signal?.addEventListener("abort", stop, { once: true });
    socket.onopen = () => tell({ type: "connection_init", payload: key ? { authorization: `Bearer ${key}` } : {} });
    socket.onmessage = ({ data: text }) => {
      const message = JSON.parse(text);
      if (message.type === "connection_ack") {
        tell({ id: "1", type: "subscribe", payload: request });
        onOpen?.();
      } else if (message.type === "ping") tell({ type: "pong" });
      else if (message.type === "next") onNext(message.payload);
      else if (message.type === "error") {
        reject(new Problem(message.payload.map((error) => error.message).join("\n"), { code: message.payload[0]?.extensions?.code }));
        socket.close(1000);
      } else if (message.type === "complete") {
        socket.close(1000);
        resolve();
      }
    };
    socket.onclose = ({ code, reason }) => {
      signal?.removeEventListener("abort", stop);
      const problem = code === REFUSED ? "UNAUTHENTICATED" : "";
      reject(new Problem(reason || `The connection ended (${code}).`, { code: problem }));
    };
  });
}
