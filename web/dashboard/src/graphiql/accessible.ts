// What GraphiQL and its explorer leave unsaid to those who do not see it.

const SELECTED = "graphiql-tab-active";

/** For as long as the page lives, whenever they draw. */
export function keepAccessible(root: HTMLElement): void {
  const observer = new MutationObserver(() => {
    nameFields(root);
    listTabs(root);
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ["role", "aria-selected"] });
}

/** In the explorer the name of an argument stands before its field, as text. */
function nameFields(root: HTMLElement): void {
  for (const field of root.querySelectorAll(".graphiql-explorer-root :is(input, select):not([aria-label])")) {
    const before = field.closest(".graphiql-explorer-node, span, div")?.parentElement;
    field.setAttribute("aria-label", before?.textContent.trim().split(/[\s:]/, 1)[0] ?? field.tagName);
  }
}

/** A tab may hold no buttons, and these hold two: they are a list of which one is shown. */
function listTabs(root: HTMLElement): void {
  root.querySelector(".graphiql-tabs[role]")?.removeAttribute("role");
  for (const tab of root.querySelectorAll(".graphiql-tab:is([role], [aria-selected])")) {
    tab.removeAttribute("role");
    tab.removeAttribute("aria-selected");
    const button = tab.querySelector(".graphiql-tab-button");
    if (tab.classList.contains(SELECTED)) button?.setAttribute("aria-current", "true");
    else button?.removeAttribute("aria-current");
  }
}
