// The first owner. The token stands behind the # of the address, which a browser sends to nobody.

import { field, onSubmit, say } from "./forms.js";
import { setUpOwner } from "./session.js";

const form = document.getElementById("setup");
const token = new URLSearchParams(location.hash.slice(1)).get("token");

if (token) {
  // Off the screen and out of the history; a reload needs the link again.
  history.replaceState(null, "", location.pathname);
  onSubmit(form, makeOwner);
  field(form, "name").focus();
} else {
  document.getElementById("no-token").hidden = false;
  document.getElementById("form").hidden = true;
}

async function makeOwner() {
  const given = (name) => field(form, name).value;
  if (given("password") !== given("again")) {
    return say(form, "The two passwords are not the same.", field(form, "again"));
  }
  const staff = await setUpOwner({ token, name: given("name"), email: given("email"), password: given("password") });
  document.getElementById("form").hidden = true;
  document.getElementById("made-text").textContent = `${staff.name} is the owner and is signed in now.`;
  document.getElementById("made").hidden = false;
  document.getElementById("made-title").focus();
}
