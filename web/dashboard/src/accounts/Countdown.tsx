// How long a code is still good: a ring that empties, and the seconds in words.

import { Group, RingProgress, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useNow } from "@/ui/values";

// What WhatsApp gives a code at least, for one that is seen late.
const SHORTEST_MILLISECONDS = 20_000;

/** Give it the code as its key: each begins with a full ring. */
export function Countdown({ expiresAt, next }: { expiresAt: string; next: "link.newCodeIn" | "pairing.expiresIn" }) {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  const now = useNow(1000);
  const left = Math.max(0, Date.parse(expiresAt) - now);
  const [whole] = useState(() => Math.max(SHORTEST_MILLISECONDS, Date.parse(expiresAt) - Date.now()));
  const seconds = Math.ceil(left / 1000);
  return (
    <Group gap="xs" wrap="nowrap" role="timer" aria-live="off">
      <RingProgress
        aria-hidden
        size={36}
        thickness={4}
        roundCaps
        rootColor="var(--app-line)"
        sections={[{ value: Math.min(100, (left / whole) * 100), color: seconds > 10 ? "brand" : "orange" }]}
      />
      <Text fz="sm" className="num">
        {seconds > 0 ? t(next, { time: format.duration(seconds) }) : t("link.newCodeSoon")}
      </Text>
    </Group>
  );
}
