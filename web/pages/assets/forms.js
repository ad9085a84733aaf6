// Forms: one problem said at a time, at the field it belongs to, and read out by screen readers.

export function field(form, name) {
  return form.elements.namedItem(name);
}

/** Runs `act` with the form locked; what it throws is said in the form. */
export function onSubmit(form, act) {
  const button = form.querySelector("button[type=submit]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    quiet(form);
    const flaw = firstFlaw(form);
    if (flaw) return say(form, flaw.text, flaw.input);
    button.disabled = true;
    form.setAttribute("aria-busy", "true");
    try {
      await act();
    } catch (problem) {
      say(form, problem.message, problem.path && field(form, problem.path.at(-1)));
    } finally {
      button.disabled = false;
      form.removeAttribute("aria-busy");
    }
  });
  form.addEventListener("input", (event) => event.target.removeAttribute("aria-invalid"));
}

export function say(place, text, input) {
  const problem = place.querySelector(".problem");
  problem.id ||= `problem-${Math.random().toString(36).slice(2)}`;
  problem.textContent = text;
  problem.hidden = false;
  if (input) {
    input.setAttribute("aria-invalid", "true");
    input.dataset.describedby ??= input.getAttribute("aria-describedby") ?? "";
    input.setAttribute("aria-describedby", `${problem.id} ${input.dataset.describedby}`.trim());
    input.focus();
  } else {
    problem.focus();
  }
}

export function quiet(place) {
  place.querySelector(".problem").hidden = true;
  for (const input of place.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  for (const input of place.querySelectorAll("[data-describedby]")) {
    if (input.dataset.describedby) input.setAttribute("aria-describedby", input.dataset.describedby);
    else input.removeAttribute("aria-describedby");
  }
}

function firstFlaw(form) {
  for (const input of form.elements) {
    const name = form.querySelector(`label[for="${input.id}"]`)?.textContent;
    const { validity } = input;
    if (!validity || validity.valid) continue;
    if (validity.valueMissing) return { input, text: `${name} is missing.` };
    if (validity.typeMismatch) return { input, text: "This is no e-mail address." };
    if (validity.tooShort) return { input, text: `${name}: at least ${input.minLength} characters.` };
    return { input, text: input.validationMessage };
  }
  return null;
}
