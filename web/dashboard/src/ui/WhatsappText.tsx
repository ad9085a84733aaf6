// A text as WhatsApp shows it: *bold*, _italic_, ~struck~, `code`. Made of elements, so that no text becomes markup.

import { Fragment, type ReactNode } from "react";
import "./chat.css";

// A mark counts where no letter or digit is beside it outside and no space inside, and within one line.
const MARKED =
  /```(?<block>[\s\S]+?)```|(?<![\p{L}\p{N}`])`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}])(?<mark>[*_~])(?!\s)(?<inner>(?:(?!\k<mark>)[^\n])+)(?<!\s)\k<mark>(?![\p{L}\p{N}])/gu;

const ELEMENTS = { "*": "strong", _: "em", "~": "s" } as const;

export function WhatsappText({ children }: { children: string }) {
  return (
    <span className="whatsapp-text" dir="auto">
      {marked(children)}
    </span>
  );
}

function marked(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const found of text.matchAll(MARKED)) {
    if (found.index > end) parts.push(<Fragment key={end}>{text.slice(end, found.index)}</Fragment>);
    parts.push(<Fragment key={found.index}>{element(found.groups)}</Fragment>);
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push(<Fragment key={end}>{text.slice(end)}</Fragment>);
  return parts;
}

function element(groups: Record<string, string | undefined> = {}): ReactNode {
  const { block, code, mark, inner = "" } = groups;
  if (block !== undefined || code !== undefined) return <code>{block ?? code}</code>;
  const Element = ELEMENTS[mark as keyof typeof ELEMENTS];
  return <Element>{marked(inner)}</Element>;
}
