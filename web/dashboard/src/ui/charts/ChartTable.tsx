// What a chart draws, in words: the same figures as a table that only screen readers meet.

export interface ChartPoint {
  key: string;
  /** What stands at the axis, e.g. `1 Dec`. */
  label: string;
  /** The day in full, e.g. `1 Dec 2026`. */
  day: string;
  value: number;
  /** The value as it is told, e.g. `PKR 25,000`. */
  text: string;
  /** Further figures of the day, for who looks closer. */
  more?: { label: string; text: string }[];
  /** The day of the span before that it is held against. */
  before?: { day: string; value: number; text: string };
}

export interface ChartWords {
  /** What the chart shows, e.g. `Revenue by day`. */
  label: string;
  /** Headings of the table: the days, the values now, the values before. */
  day: string;
  now: string;
  before: string;
}

export function ChartTable({ words, points }: { words: ChartWords; points: readonly ChartPoint[] }) {
  const isCompared = points.some(({ before }) => before !== undefined);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words.label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.now}</th>
            {isCompared && <th scope="col">{words.before}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map(({ key, day, text, before }) => (
            <tr key={key}>
              <th scope="row">{day}</th>
              <td>{text}</td>
              {isCompared && <td>{before?.text}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
