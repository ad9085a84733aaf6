// A piece of a text around the words that were searched for, which stand out.

import { Mark } from "@mantine/core";

const BEFORE = 24;

export function Marked({ text, words }: { text: string; words: string }) {
  const wanted = words.split(/[\s"“”]+/u).filter((word) => word.length > 1 && !word.startsWith("-"));
  const lower = text.toLowerCase();
  const places = wanted.map((word) => ({ at: lower.indexOf(word.toLowerCase()), length: word.length }));
  const first = places.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at)[0];
  if (!first) return <span className="clip" dir="auto">{text}</span>;
  const start = Math.max(0, first.at - BEFORE);
  return (
    <span className="clip" dir="auto">
      {start > 0 && "…"}
      {text.slice(start, first.at)}
      <Mark>{text.slice(first.at, first.at + first.length)}</Mark>
      {text.slice(first.at + first.length)}
    </span>
  );
}
