// The console: asks what is in the editor and shows what comes back.

import { colour, editor } from "./editor.js";
import { ask, csrfToken, follow } from "./graphql.js";
import { Outline } from "./outline.js";
import { chosenOperation } from "./operations.js";
import { INTROSPECTION, Schema } from "./schema.js";
import { whoIsSignedIn } from "./session.js";

const KEPT = "parley-console";
const MOST_SHOWN = 200;
const at = (id) => document.getElementById(id);

const query = editor(at("query"), "graphql", keep);
const variables = editor(at("variables"), "json", keep);
const headers = editor(at("headers"), "json");
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
let running = null;

start();

async function start() {
  // On a phone the editor comes first; the rest is one touch away.
  if (matchMedia("(max-width: 720px)").matches) {
    for (const part of document.querySelectorAll(".part")) part.open = false;
  }
  at("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  at("stop").addEventListener("click", () => running?.abort());
  at("copy").addEventListener("click", copy);
  at("key").addEventListener("change", readSchema);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  });
  await Promise.all([showSamples(), showCaller().then(readSchema)]);
}

async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  at("log").replaceChildren();
  at("copy").hidden = true;
  let operation, given, extra;
  try {
    operation = chosenOperation(query.text, at("query").selectionStart);
    given = parsed(variables.text, "The variables are");
    extra = parsed(headers.text, "The headers are");
  } catch (problem) {
    return tell(problem.message);
  }
  const request = { query: query.text, variables: given, operationName: operation.name };
  at("stop").hidden = operation.kind !== "subscription";
  try {
    if (operation.kind === "subscription") await watch(request, mine.signal);
    else await askOnce(request, extra, mine.signal);
  } catch (problem) {
    if (mine.signal.aborted) return status("Stopped.");
    tell(problem.message);
    status("Failed.");
  } finally {
    if (running === mine) {
      running = null;
      at("stop").hidden = true;
    }
  }
}

async function askOnce(request, extra, signal) {
  status("Asking…");
  const begun = performance.now();
  const { response, body } = await ask(request, { key: key(), headers: extra, signal });
  show(JSON.stringify(body, null, 2));
  status(`${response.status} · ${Math.round(performance.now() - begun)} ms`);
}

async function watch(request, signal) {
  let count = 0;
  const following = () => status(`Following · ${count} ${count === 1 ? "event" : "events"}`);
  status("Connecting…");
  await follow(request, {
    key: key(),
    signal,
    onOpen: following,
    onNext(result) {
      count += 1;
      show(JSON.stringify(result, null, 2), clock.format(new Date()));
      following();
    },
  });
  status(signal.aborted ? `Stopped · ${count} ${count === 1 ? "event" : "events"}` : "The server ended it.");
}

function show(text, when) {
  const article = document.createElement("article");
  if (when) {
    const time = document.createElement("p");
    time.textContent = when;
    article.append(time);
  }
  const pre = document.createElement("pre");
  pre.dir = "ltr";
  colour(pre, text);
  article.append(pre);
  at("log").prepend(article);
  while (at("log").childElementCount > MOST_SHOWN) at("log").lastElementChild.remove();
  at("copy").hidden = false;
}

function tell(text) {
  const problem = document.createElement("p");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  problem.textContent = text;
  at("log").prepend(problem);
}

function status(text) {
  at("status").textContent = text;
}

function key() {
  return at("key").value.trim();
}

function parsed(text, what) {
  if (!text.trim()) return {};
  try {
    const value = JSON.parse(text);
    if (value && typeof value === "object" && !Array.isArray(value)) return value;
  } catch (problem) {
    throw new Error(`${what} not JSON: ${problem.message}`, { cause: problem });
  }
  throw new Error(`${what} no JSON object.`);
}

async function copy() {
  const text = [...at("log").querySelectorAll("pre")].map((pre) => pre.textContent).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    status("Copied.");
  } catch {
    getSelection().selectAllChildren(at("log"));
    status("Marked; copy it with Ctrl-C.");
  }
}

// What stands in the editor stays for this tab; the key and the headers never do.
function keep() {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([at("query").value, at("variables").value]));
  } catch {
    // A browser that stores nothing loses only convenience.
  }
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? ["", ""];
  } catch {
    return ["", ""];
  }
}

async function showSamples() {
  const before = kept();
  const response = await fetch(document.body.dataset.samples);
  const samples = readSamples(await response.text());
  for (const sample of samples) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.mark = { query: "Q", mutation: "M", subscription: "S" }[chosenOperation(sample.query, 0).kind];
    button.textContent = sample.title;
    button.addEventListener("click", () => put(sample.query, sample.variables));
    entry.append(button);
    at("samples").append(entry);
  }
  const [text, given] = before[0].trim() ? before : [samples[0].query, samples[0].variables];
  query.text = text;
  variables.text = given;
}

// Each sample begins with "## its title"; a line "# variables: {…}" gives it values.
function readSamples(text) {
  return text.split(/^## /m).slice(1).map((part) => {
    const [title, ...lines] = part.split("\n");
    const given = lines.find((line) => line.startsWith("# variables: "))?.slice(13) ?? "";
    const body = lines.filter((line) => !line.startsWith("# variables: ")).join("\n").trim();
    return { title: title.trim(), query: `${body}\n`, variables: given && JSON.stringify(JSON.parse(given), null, 2) };
  });
}

function put(text, given) {
  running?.abort();
  query.text = text;
  variables.text = given;
  at("query").setSelectionRange(0, 0);
  at("query").focus();
  // A browser scrolls to where the caret was before.
  at("query").scrollTo(0, 0);
}

async function showCaller() {
  try {
    const person = await whoIsSignedIn();
    at("who").textContent = person ? `${person.name}, ${person.role.toLowerCase()}` : "Not signed in";
    if (!person) at("headers-pane").open = true;
  } catch {
    at("who").textContent = "The server does not answer";
  }
}

async function readSchema() {
  const find = at("find");
  const place = at("outline");
  if (!key() && !csrfToken()) {
    return note(place, "Sign in on the first page, or give an API key below the editor, to read the schema.");
  }
  try {
    const { body } = await ask({ query: INTROSPECTION }, { key: key() });
    if (!body.data) return note(place, body.errors?.[0]?.message ?? "The schema is not for this caller.");
    const outline = new Outline(place, new Schema(body.data), (operation, field) => {
      const made = outline.schema.document(operation, field);
      put(made.query, made.variables);
    });
    find.disabled = false;
    find.oninput = () => outline.show(find.value);
    outline.show(find.value);
  } catch (problem) {
    note(place, problem.message);
  }
}

function note(place, text) {
  const paragraph = document.createElement("p");
  paragraph.className = "muted small";
  paragraph.textContent = text;
  place.replaceChildren(paragraph);
}
