// A ranking: each entry with its figure, and a bar as long as its share of the longest.

import type { ReactNode } from "react";
import "./charts.css";

export interface Bar {
  key: string;
  label: ReactNode;
  /** Smaller words below the label. */
  note?: ReactNode;
  /** From 0 to 1. */
  share: number;
  value: ReactNode;
  /** Smaller words below the value. */
  aside?: ReactNode;
}

export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  return (
    <ol className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <div className="bars-words">
            <span className="bars-label">{bar.label}</span>
            <span className="num">{bar.value}</span>
          </div>
          <div className="bars-track" aria-hidden>
            <div style={{ width: `${String(Math.max(0, Math.min(1, bar.share)) * 100)}%` }} />
          </div>
          {(bar.note !== undefined || bar.aside !== undefined) && (
            <div className="bars-words bars-notes">
              <span>{bar.note}</span>
              <span className="num">{bar.aside}</span>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
