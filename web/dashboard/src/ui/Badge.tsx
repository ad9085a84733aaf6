// States in words and colours; the word alone says everything.

import { Badge as MantineBadge } from "@mantine/core";
import type { ReactNode } from "react";

export type Tone = "good" | "warn" | "bad" | "info" | "idle";

const COLORS: Record<Tone, string> = { good: "green", warn: "orange", bad: "red", info: "blue", idle: "gray" };

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <MantineBadge component="span" variant="light" color={COLORS[tone]} tt="none" fw={560} style={{ flexShrink: 0 }}>
      {children}
    </MantineBadge>
  );
}
