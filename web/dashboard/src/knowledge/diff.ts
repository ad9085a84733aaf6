// What is different between two texts, word by word.

export interface Piece {
  kind: "same" | "removed" | "added";
  text: string;
}

/** By the longest common row of words; texts here have a few hundred. */
export function differences(before: string, after: string): Piece[] {
  const old = words(before);
  const fresh = words(after);
  const lengths = commonLengths(old, fresh);
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const was = old[i];
    const is = fresh[j];
    if (was !== undefined && was === is) {
      add(pieces, "same", was);
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      add(pieces, "removed", was);
      i += 1;
    } else if (is !== undefined) {
      add(pieces, "added", is);
      j += 1;
    }
  }
  return pieces;
}

function words(text: string): string[] {
  return text.match(/\s+|\S+\s*/g) ?? [];
}

/** `[i][j]`: how many words the rest of both has in common, from the i-th and the j-th on. */
function commonLengths(old: string[], fresh: string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? new Uint16Array();
    const below = lengths[i + 1] ?? new Uint16Array();
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function add(pieces: Piece[], kind: Piece["kind"], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}
