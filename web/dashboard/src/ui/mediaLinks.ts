// Links to files are signed anew with every answer. Who shows one keeps it, or the picture would be loaded again.

const KEPT_MILLISECONDS = 45 * 60_000; // of the hour that a link opens its file

const kept = new Map<string, { link: string; since: number }>();

/** The link that was shown first for this file, as long as it opens it. */
export function steadyLink(link: string): string {
  const [file = link] = link.split("?");
  const known = kept.get(file);
  if (known !== undefined && Date.now() - known.since < KEPT_MILLISECONDS) return known.link;
  kept.set(file, { link, since: Date.now() });
  return link;
}
