// What nobody tells of by itself, asked for anew every now and then, while somebody looks at the page.

import { useInterval } from "@mantine/hooks";
import { useEffect } from "react";

export function useWhileLooked(refresh: () => void, everyMilliseconds: number): void {
  const { start, stop } = useInterval(() => {
    if (document.visibilityState === "visible") refresh();
  }, everyMilliseconds);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
}
