// Values as pages show them: times that tell more when pointed at, numbers that no direction of text turns round.

import { ActionIcon, CopyButton, Group, Text, Tooltip } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";

const MINUTE = 60_000;

/** Now, moving on by itself. */
export function useNow(everyMilliseconds = MINUTE): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMilliseconds);
    return () => {
      clearInterval(timer);
    };
  }, [everyMilliseconds]);
  return now;
}

/** `5 minutes ago`, with the exact time beside the pointer and for screen readers. */
export function Ago({ time }: { time: string }) {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={time} title={format.dateTime(time)}>
      {format.relative(time, now)}
    </time>
  );
}

export function When({ time }: { time: string }) {
  const format = useFormat();
  return (
    <time dateTime={time} className="num">
      {format.dateTime(time)}
    </time>
  );
}

export function MoneyText({ money, exact }: { money: { amount: string; currency: string }; exact?: boolean }) {
  const format = useFormat();
  return <bdi className="num">{format.money(money, { exact })}</bdi>;
}

/** Phone and account numbers, order numbers, addresses of the web: always from left to right. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <bdi dir="ltr" className="num">
      {children}
    </bdi>
  );
}

/** What customers or staff wrote: in whichever direction it is. */
export function Words({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>;
}

export function Copyable({ value, label, children }: { value: string; label: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" miw={0}>
      {children ?? (
        <Text component="code" fz="sm" ff="monospace" dir="ltr" style={{ overflowWrap: "anywhere" }}>
          {value}
        </Text>
      )}
      <CopyButton value={value} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t("actions.copied") : t("actions.copy")}>
            <ActionIcon onClick={copy} aria-label={`${t("actions.copy")}: ${label}`}>
              {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}

/** A label and its value, one under another. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text fz="xs" className="muted" component="dt">
        {label}
      </Text>
      <Text fz="sm" component="dd" m={0} style={{ overflowWrap: "anywhere" }}>
        {children}
      </Text>
    </div>
  );
}
