// Lies over a chart and finds the day that is pointed at, by pointer, finger or arrow keys.

import { useDirection } from "@mantine/core";
import type { KeyboardEvent, PointerEvent } from "react";
import type { ChartPoint, ChartWords } from "./ChartTable";

export interface TrackerProps {
  words: ChartWords;
  points: readonly ChartPoint[];
  active: number | null;
  onMove: (index: number | null) => void;
}

const WEEK = 7;

export function Tracker({ words, points, active, onMove }: TrackerProps) {
  const { dir } = useDirection();
  const last = points.length - 1;
  const shown = Math.min(active ?? last, last);
  const point = points[shown];
  const steps: Record<string, number> = {
    [dir === "rtl" ? "ArrowLeft" : "ArrowRight"]: 1,
    [dir === "rtl" ? "ArrowRight" : "ArrowLeft"]: -1,
    ArrowUp: 1,
    ArrowDown: -1,
    PageUp: WEEK,
    PageDown: -WEEK,
    Home: -points.length,
    End: points.length,
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") onMove(null);
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(Math.max(0, Math.min(last, shown + step)));
  };
  const pointAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const along = (event.clientX - box.left) / box.width;
    onMove(Math.max(0, Math.min(last, Math.round((dir === "rtl" ? 1 - along : along) * last))));
  };
  return (
    <div
      className="chart-tracker"
      role="slider"
      tabIndex={0}
      aria-label={words.label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={shown}
      aria-valuetext={point && told(point, words)}
      onKeyDown={press}
      onFocus={(event) => {
        // Whoever comes by keyboard sees where they are; a pointer says so by itself.
        if (event.currentTarget.matches(":focus-visible")) onMove(shown);
      }}
      onBlur={() => {
        onMove(null);
      }}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={(event) => {
        if (!event.currentTarget.matches(":focus-visible")) onMove(null);
      }}
    />
  );
}

function told({ day, text, before, more = [] }: ChartPoint, words: ChartWords): string {
  const further = more.map(({ label, text: figure }) => `${label} ${figure}`);
  return [`${day}: ${text}`, ...further, ...(before ? [`${words.before}: ${before.text}`] : [])].join("; ");
}
