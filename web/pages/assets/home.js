// The first page: is the server up, who is signed in, what to type.

import { addCopyButtons } from "./copy.js";
import { field, onSubmit, quiet, say } from "./forms.js";
import { csrfToken } from "./graphql.js";
import { signIn, signInWithTotp, signOut, whoIsSignedIn } from "./session.js";

const at = (id) => document.getElementById(id);
const form = at("sign-in");

// Somebody may be signed in: no form that would vanish a moment later.
at("signed-out").hidden = csrfToken() !== "";
addCopyButtons();
let challenge = "";
askForCode("");
onSubmit(form, async () => {
  try {
    show(await (challenge
      ? signInWithTotp(challenge, field(form, "code").value)
      : signIn({ email: field(form, "email").value, password: field(form, "password").value })));
  } catch (problem) {
    if (problem.code === "CHALLENGE_EXPIRED") askForCode("");
    if (problem.code !== "TOTP_REQUIRED") throw problem;
    return askForCode(problem.challenge);
  }
  form.reset();
  askForCode("");
  at("you").focus();
});
at("sign-out").addEventListener("click", async () => {
  quiet(at("signed-in"));
  try {
    await signOut();
    show(null);
    field(form, "email").focus();
  } catch (problem) {
    say(at("signed-in"), problem.message);
  }
});

try {
  show(await whoIsSignedIn());
  state("up", "The server is up");
} catch (problem) {
  at("signed-out").hidden = false;
  state("down", problem.message);
}

/** The second step of a sign-in; without a challenge it is the first step again. */
function askForCode(given) {
  challenge = given;
  at("code-field").hidden = !given;
  field(form, "code").required = Boolean(given);
  field(form, "code").value = "";
  if (given) field(form, "code").focus();
}

function show(person) {
  at("signed-out").hidden = Boolean(person);
  at("signed-in").hidden = !person;
  if (!person) return;
  at("letter").textContent = [...person.name.trim()][0]?.toUpperCase() ?? "";
  at("name").textContent = person.name;
  at("detail").textContent = `${person.role.toLowerCase()} · ${person.email}`;
}

function state(name, text) {
  at("state").dataset.state = name;
  at("state").textContent = text;
}
