// Notices that somebody has looked at for a moment are marked as seen, several at once.

import { useCallback, useEffect, useRef } from "react";

const A_LOOK_MILLISECONDS = 1200;
const QUIET_MILLISECONDS = 400;
const MOSTLY = 0.6;

/** Gives what a line calls for its element; it returns how to stop watching, as refs of React do. */
export function useLooking(see: (ids: string[]) => Promise<unknown>): (id: string, element: Element) => () => void {
  const looked = useRef(new Set<string>());
  const sending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const send = useCallback(() => {
    clearTimeout(sending.current);
    const ids = [...looked.current];
    looked.current.clear();
    if (ids.length > 0) void see(ids);
  }, [see]);

  // Who leaves at once has seen them all the same.
  useEffect(() => send, [send]);

  return useCallback(
    (id, element) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = () => {
        looked.current.add(id);
        clearTimeout(sending.current);
        sending.current = setTimeout(send, QUIET_MILLISECONDS);
      };
      const observer = new IntersectionObserver(
        ([entry]) => {
          clearTimeout(timer);
          if (entry?.isIntersecting && document.visibilityState === "visible") timer = setTimeout(look, A_LOOK_MILLISECONDS);
        },
        { threshold: MOSTLY },
      );
      observer.observe(element);
      return () => {
        clearTimeout(timer);
        observer.disconnect();
      };
    },
    [send],
  );
}
