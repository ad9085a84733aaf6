// Which operation of a document is meant.

/** The operation the caret stands in; its kind and, when the document has several, its name. */
export function chosenOperation(text, caret) {
  // Comments and strings may hold anything; blanks keep the places of the rest.
  const plain = text.replace(/#[^\n]*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/g, (found) => " ".repeat(found.length));
  const operations = [];
  let depth = 0;
  for (const { 0: token, index } of plain.matchAll(/[{}()]|\b(?:query|mutation|subscription|fragment)\b/g)) {
    if (depth === 0 && token === "{" && isShorthand(operations.at(-1))) operations.push({ kind: "query", start: index, isOpened: true });
    else if (depth === 0 && token.length > 1 && !isUnopened(operations.at(-1))) {
      const name = plain.slice(index + token.length).match(/^\s+(\w+)/)?.[1];
      operations.push({ kind: token, name, start: index, isOpened: false });
    } else if (depth === 0 && token === "{") operations.at(-1).isOpened = true;
    if (token === "{" || token === "(") depth += 1;
    if (token === "}" || token === ")") depth -= 1;
  }
  const real = operations.filter((operation) => operation.kind !== "fragment");
  if (!real.length) throw new Error("There is no operation to run.");
  if (real.length === 1) return { kind: real[0].kind, name: undefined };
  const chosen = real.findLast((operation) => operation.start <= caret) ?? real[0];
  if (!chosen.name) throw new Error("Of several operations each needs a name.");
  return { kind: chosen.kind, name: chosen.name };
}

function isUnopened(operation) {
  return Boolean(operation) && !operation.isOpened;
}

function isShorthand(last) {
  return !isUnopened(last);
}
