// How a picture is looked at: how near, from which side, and which part of it.

import { useCallback, useMemo, useState } from "react";

/** `x` and `y`: how far it is moved, in parts of its own size, so that two pictures move alike. */
export interface View {
  zoom: number;
  /** Quarters of a turn to the right. */
  turns: number;
  x: number;
  y: number;
}

const WHOLE: View = { zoom: 1, turns: 0, x: 0, y: 0 };
const NEAREST = 8;
const NEAR = 2.5;

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** As near as it may be, and no further aside than there is something to see. */
function settled(view: View): View {
  const zoom = between(view.zoom, 1, NEAREST);
  const furthest = (1 - 1 / zoom) / 2;
  return { ...view, zoom, x: between(view.x, -furthest, furthest), y: between(view.y, -furthest, furthest) };
}

export function useView() {
  const [view, setView] = useState(WHOLE);
  const change = useCallback((next: (view: View) => Partial<View>) => {
    setView((before) => settled({ ...before, ...next(before) }));
  }, []);
  const doings = useMemo(
    () => ({
      /** What lies at `x`, `y`, from the middle in parts of the whole picture, stays where it is. */
      zoomBy: (factor: number, x = 0, y = 0) => {
        change((view) => {
          const zoom = between(view.zoom * factor, 1, NEAREST);
          const nearer = 1 / zoom - 1 / view.zoom;
          return { zoom, x: view.x + x * nearer, y: view.y + y * nearer };
        });
      },
      toggleZoom: () => {
        change(({ zoom }) => ({ zoom: zoom > 1 ? 1 : NEAR }));
      },
      turn: () => {
        change(({ turns }) => ({ turns: turns + 1, x: 0, y: 0 }));
      },
      /** By parts of the whole picture. */
      moveBy: (x: number, y: number) => {
        change((view) => ({ x: view.x + x / view.zoom, y: view.y + y / view.zoom }));
      },
      reset: () => {
        setView(WHOLE);
      },
    }),
    [change],
  );
  return { view, ...doings };
}

export type Viewing = ReturnType<typeof useView>;
