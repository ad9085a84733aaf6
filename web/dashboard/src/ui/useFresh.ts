// Reading anew from time to time what no event tells of, while somebody looks at the page.

import { useInterval } from "@mantine/hooks";
import { useEffect } from "react";

export function useFresh(refresh: () => void, milliseconds: number): void {
  const { start, stop } = useInterval(() => {
    if (document.visibilityState === "visible") refresh();
  }, milliseconds);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
}
