// Everything that happens to orders, without a gap or a repeat. Needs: npm install graphql-ws
import { readFileSync, writeFileSync } from "node:fs";
import { createClient } from "graphql-ws";

const { PARLEY_URL, PARLEY_KEY, CURSOR_FILE = "cursor.txt" } = process.env;

async function ask(query) {
  const answer = await fetch(`${PARLEY_URL}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${PARLEY_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()).data;
}

// Where this program was when it ended; the first time, where the log is now.
function lastCursor() {
  try {
    return readFileSync(CURSOR_FILE, "utf8");
  } catch {
    return undefined;
  }
}

const client = createClient({
  url: `${PARLEY_URL.replace(/^http/, "ws")}/graphql`,
  connectionParams: { authorization: `Bearer ${PARLEY_KEY}` },
  retryAttempts: Infinity,
});
const payload = {
  query: `subscription Follow($after: String) {
    events(after: $after, types: ["order.created", "order.changed"]) { cursor type payload }
  }`,
  variables: { after: lastCursor() ?? (await ask("{ eventCursor }")).eventCursor },
};
console.log("following");
for await (const { data, errors } of client.iterate(payload)) {
  if (errors) throw new Error(errors[0].message); // CURSOR_EXPIRED: read everything anew, then follow again
  const { cursor, payload: what } = data.events;
  console.log(what.orderId, what.status);
  writeFileSync(CURSOR_FILE, cursor); // dealt with: a restart goes on behind it
  payload.variables.after = cursor; // and so does a reconnection
}
