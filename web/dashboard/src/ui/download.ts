// Files that the server gives under a signed path.

/** Saves it without leaving the page. */
export function download(path: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  link.click();
}
