// Somebody who was invited. The token stands behind the # of the address, which a browser sends to nobody.

import { field, onSubmit, say } from "./forms.js";
import { join } from "./session.js";

const form = document.getElementById("join");
const token = new URLSearchParams(location.hash.slice(1)).get("token");

if (token) {
  // Off the screen and out of the history; a reload needs the link again.
  history.replaceState(null, "", location.pathname);
  onSubmit(form, comeIn);
  field(form, "name").focus();
} else {
  document.getElementById("no-token").hidden = false;
  document.getElementById("form").hidden = true;
}

async function comeIn() {
  const given = (name) => field(form, name).value;
  if (given("password") !== given("again")) {
    return say(form, "The two passwords are not the same.", field(form, "again"));
  }
  const staff = await join({ token, name: given("name"), password: given("password") });
  document.getElementById("form").hidden = true;
  document.getElementById("made-text").textContent = `Welcome, ${staff.name}. You sign in with ${staff.email}, and are signed in now.`;
  document.getElementById("made").hidden = false;
  document.getElementById("made-title").focus();
}
