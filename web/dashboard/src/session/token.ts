// The token of a link stands behind the # of the address, which a browser sends to nobody.

/** Taken off the screen and out of the history; a reload needs the link again. */
function taken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token !== null) history.replaceState(history.state, "", location.pathname);
  return token;
}

let token: string | null | undefined;

export function linkToken(): string | null {
  token ??= taken();
  return token;
}
