// Colours GraphQL and JSON, and makes a textarea pleasant to write them in.

const GRAPHQL = /(?<comment>#[^\n]*)|(?<string>"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"?)|(?<variable>\$\w+)|(?<directive>@\w+)|(?<number>-?\b\d[\d.eE+-]*)|(?<word>\b(?:query|mutation|subscription|fragment|on|true|false|null)\b)|(?<name>\b[A-Z]\w*\b)/g;
const JSON_TEXT = /(?<key>"(?:\\.|[^"\\])*"(?=\s*:))|(?<string>"(?:\\.|[^"\\])*")|(?<number>-?\b\d[\d.eE+-]*)|(?<word>\b(?:true|false|null)\b)/g;
const LONGEST_COLOURED = 200_000;

/** Fills `place` with the text, its parts in spans that the style sheet colours. */
export function colour(place, text, language = "json") {
  if (text.length > LONGEST_COLOURED) {
    place.textContent = text;
    return;
  }
  const parts = document.createDocumentFragment();
  let end = 0;
  for (const found of text.matchAll(language === "graphql" ? GRAPHQL : JSON_TEXT)) {
    parts.append(text.slice(end, found.index));
    const span = document.createElement("span");
    span.className = `t-${Object.keys(found.groups).find((name) => found.groups[name] !== undefined)}`;
    span.textContent = found[0];
    parts.append(span);
    end = found.index + found[0].length;
  }
  parts.append(text.slice(end));
  place.replaceChildren(parts);
}

/** A textarea over a coloured copy of itself. */
export function editor(textarea, language, onChange) {
  const shadow = document.createElement("pre");
  shadow.className = "shadow";
  shadow.setAttribute("aria-hidden", "true");
  textarea.before(shadow);
  const paint = () => {
    // The last line break of a pre takes no room without something after it.
    colour(shadow, `${textarea.value}\n`, language);
    follow();
  };
  const follow = () => {
    shadow.scrollTop = textarea.scrollTop;
    shadow.scrollLeft = textarea.scrollLeft;
  };
  textarea.addEventListener("scroll", follow, { passive: true });
  textarea.addEventListener("input", () => {
    paint();
    onChange?.();
  });
  textarea.addEventListener("keydown", (event) => keepIndent(event, textarea));
  paint();
  return {
    get text() { return textarea.value; },
    set text(value) {
      textarea.value = value;
      textarea.scrollTop = 0;
      paint();
      onChange?.();
    },
  };
}

function keepIndent(event, textarea) {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.isComposing) return;
  const before = textarea.value.slice(0, textarea.selectionStart);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const indent = line.match(/^\s*/)[0] + (/[{([]\s*$/.test(line) ? "  " : "");
  if (!indent) return;
  event.preventDefault();
  textarea.setRangeText(`\n${indent}`, textarea.selectionStart, textarea.selectionEnd, "end");
  textarea.dispatchEvent(new Event("input"));
}
