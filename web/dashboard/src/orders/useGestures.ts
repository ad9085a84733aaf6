// Moving and zooming a picture with mouse, fingers and wheel.

import { useEffect, useRef, type MouseEvent, type PointerEvent, type RefObject } from "react";
import type { Viewing } from "./useView";

interface Point {
  clientX: number;
  clientY: number;
}

const WHEEL_STEP = 0.0025;

/** `whole`: how large the picture is when all of it is seen. */
export function useGestures(
  box: RefObject<HTMLElement | null>,
  whole: { width: number; height: number },
  { zoomBy, moveBy, toggleZoom, view }: Viewing,
) {
  const fingers = useRef(new Map<number, Point>());
  const { width, height } = whole;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    // React listens to wheels passively, and could not keep the page from zooming along.
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) {
        if (view.zoom === 1) return;
        event.preventDefault();
        moveBy(-event.deltaX / (width || 1), -event.deltaY / (height || 1));
        return;
      }
      event.preventDefault();
      const [x, y] = fromMiddle(element, event);
      zoomBy(Math.exp(-event.deltaY * WHEEL_STEP), x / (width || 1), y / (height || 1));
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => {
      element.removeEventListener("wheel", turn);
    };
  }, [box, width, height, zoomBy, moveBy, view.zoom]);

  const lift = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = fingers.current.get(event.pointerId);
      if (before === undefined || width === 0) return;
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
      if (other === undefined) {
        moveBy((event.clientX - before.clientX) / width, (event.clientY - before.clientY) / height);
        return;
      }
      const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 };
      const [x, y] = fromMiddle(event.currentTarget, middle);
      zoomBy(distance(event, other) / Math.max(distance(before, other), 1), x / width, y / height);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      if (view.zoom > 1 || width === 0) {
        toggleZoom();
        return;
      }
      const [x, y] = fromMiddle(event.currentTarget, event);
      zoomBy(2.5, x / width, y / height);
    },
  };
}

function fromMiddle(element: HTMLElement, point: Point): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [point.clientX - left - width / 2, point.clientY - top - height / 2];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}
