// Where the values of a chart are drawn: in hundredths of its width and height, so that nothing has to be measured.

import { scaleLinear } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";

export interface Plot {
  /** The values that lines are drawn for, from the lowest to the highest; evenly apart. */
  ticks: number[];
  /** From the start of the line of reading. */
  x: (index: number) => number;
  /** From the top. */
  y: (value: number) => number;
  line: (values: readonly number[]) => string;
  area: (values: readonly number[]) => string;
}

const TICKS = 4;
const HUNDRED = 100;

/** For `length` values in a row; zero is always in sight. */
export function plotOf(values: readonly number[], length: number): Plot {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const scale = scaleLinear([lowest, highest === lowest ? 1 : highest], [HUNDRED, 0]).nice(TICKS);
  const x = (index: number) => (length === 1 ? HUNDRED / 2 : (index / (length - 1)) * HUNDRED);
  const y = (value: number) => scale(value);
  return {
    ticks: scale.ticks(TICKS),
    x,
    y,
    line: (row) => line<number>((_, index) => x(index), y).curve(curveMonotoneX)(row) ?? "",
    area: (row) => area<number>((_, index) => x(index), scale(0), y).curve(curveMonotoneX)(row) ?? "",
  };
}

/** Which of the places along the axis get a label: about `most` of them, evenly apart, the last one always. */
export function labelled(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(length / most));
  const places = Array.from({ length }, (_, index) => index);
  return places.filter((index) => (length - 1 - index) % step === 0);
}
