// A value day by day, beside what it was before. The pointer and the arrow keys tell the figures of each day.

import { useId, useState } from "react";
import { ChartTable, type ChartPoint, type ChartWords } from "./ChartTable";
import { labelled, plotOf } from "./plot";
import { Tracker } from "./Tracker";
import "./charts.css";

export interface AreaChartProps {
  words: ChartWords;
  points: readonly ChartPoint[];
  /** How a value stands at its line. */
  axis: (value: number) => string;
}

const LABELS = 7;

export function AreaChart({ words, points, axis }: AreaChartProps) {
  const fade = useId();
  const [active, setActive] = useState<number | null>(null);
  const values = points.map(({ value }) => value);
  const before = points.flatMap((point) => (point.before ? [point.before.value] : []));
  const plot = plotOf([...values, ...before], points.length);
  const chosen = active === null ? undefined : points[active];
  return (
    <figure className="chart" aria-label={words.label}>
      <div className="chart-axis num" aria-hidden>
        {plot.ticks.map((tick) => (
          <span key={tick}>{axis(tick)}</span>
        ))}
      </div>
      <div className="chart-plot">
        {plot.ticks.map((tick) => (
          <div key={tick} className="chart-line" data-zero={tick === 0 || undefined} style={{ top: `${String(plot.y(tick))}%` }} />
        ))}
        <svg className="turned" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
          <defs>
            <linearGradient id={fade} x1="0" x2="0" y1="0" y2="1">
              <stop offset="0" className="chart-fade-from" />
              <stop offset="1" className="chart-fade-to" />
            </linearGradient>
          </defs>
          {before.length === points.length && <path className="chart-before" d={plot.line(before)} />}
          <path className="chart-area" style={{ fill: `url(#${fade})` }} d={plot.area(values)} />
          <path className="chart-now" d={plot.line(values)} />
        </svg>
        {points.length === 1 && <div className="chart-dot" style={{ insetInlineStart: "50%", top: `${String(plot.y(values[0] ?? 0))}%` }} />}
        {active !== null && chosen && (
          <>
            <div className="chart-cross" style={{ insetInlineStart: `${String(plot.x(active))}%` }} />
            <div
              className="chart-dot"
              style={{ insetInlineStart: `${String(plot.x(active))}%`, top: `${String(plot.y(chosen.value))}%` }}
            />
            <Told point={chosen} words={words} at={plot.x(active)} />
          </>
        )}
        <Tracker words={words} points={points} active={active} onMove={setActive} />
      </div>
      <div className="chart-days num" aria-hidden>
        {labelled(points.length, LABELS).map((index) => (
          <span key={index} {...placed(index, points.length, plot.x(index))}>
            {points[index]?.label}
          </span>
        ))}
      </div>
      <ChartTable words={words} points={points} />
    </figure>
  );
}

/** Labels at the edges grow inwards. */
function placed(index: number, length: number, at: number) {
  if (length > 1 && index === 0) return { "data-at": "edge", style: { insetInlineStart: 0 } };
  if (length > 1 && index === length - 1) return { "data-at": "edge", style: { insetInlineEnd: 0 } };
  return { style: { insetInlineStart: `${String(at)}%` } };
}

function Told({ point, words, at }: { point: ChartPoint; words: ChartWords; at: number }) {
  // On the side with more room.
  const side = at > 50 ? { insetInlineEnd: `calc(${String(100 - at)}% + 12px)` } : { insetInlineStart: `calc(${String(at)}% + 12px)` };
  return (
    <div className="chart-told" style={side} aria-hidden>
      <div className="chart-told-now">
        <span>{point.day}</span>
        <bdi className="num">{point.text}</bdi>
      </div>
      {point.more?.map(({ label, text }) => (
        <div key={label}>
          <span>{label}</span>
          <bdi className="num">{text}</bdi>
        </div>
      ))}
      {point.before && (
        <div>
          <span>
            {words.before} · {point.before.day}
          </span>
          <bdi className="num">{point.before.text}</bdi>
        </div>
      )}
    </div>
  );
}
