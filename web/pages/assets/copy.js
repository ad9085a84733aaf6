// A copy button beside every command.

export function addCopyButtons() {
  for (const command of document.querySelectorAll(".command")) {
    const code = command.querySelector("code");
    if ("origin" in code.dataset) code.textContent = code.textContent.replace("ORIGIN", location.origin);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${code.textContent}`);
    button.addEventListener("click", () => copy(button, code));
    command.append(button);
  }
}

async function copy(button, code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = "Copied";
  } catch {
    // Over plain http from another machine a browser has no clipboard for us.
    getSelection().selectAllChildren(code);
    button.textContent = "Marked";
  }
  setTimeout(() => { button.textContent = "Copy"; }, 1600);
}
