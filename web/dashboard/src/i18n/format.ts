// Money, times and numbers as the reader's language writes them, in the time zone of the business.

import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";

interface MoneyValue {
  amount: string;
  currency: string;
}

export interface Format {
  /** `PKR 25,000`: decimals only where there are some, or where `exact`; `fine` also shows fractions of a cent. */
  money: (money: MoneyValue, options?: { exact?: boolean; fine?: boolean }) => string;
  number: (value: number | string) => string;
  /** `25K`: for the axes of charts, never for what is to be paid. */
  compact: (value: number) => string;
  /** Of a share between 0 and 1. */
  percent: (share: number) => string;
  /** `1 Dec 2026, 14:05` */
  dateTime: (isoTime: string) => string;
  /** `14:05` */
  time: (isoTime: string) => string;
  /** `1 Dec 2026`; also takes a day without a time. */
  date: (iso: string) => string;
  /** `1 Dec` */
  day: (iso: string) => string;
  /** `5 minutes ago`, `in 2 days`; seen from now. */
  relative: (isoTime: string, now?: number) => string;
  /** `1.4 s`, `3 min`, `2 h` */
  duration: (seconds: number) => string;
  bytes: (count: number) => string;
}

const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;
const SPANS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

export function makeFormat(language: string, timeZone: string): Format {
  // Latin digits in Urdu too, as shops write prices and times.
  const locale = `${language}-u-nu-latn`;
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const inZone = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    const alone = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (iso: string) => (DAY_ALONE.test(iso) ? alone : inZone).format(new Date(iso));
  };
  const numbers = new Intl.NumberFormat(locale);
  const shorts = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const spans = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      maximumFractionDigits: digits,
    }).format(value);
  return {
    money: ({ amount, currency }, { exact = false, fine = false } = {}) => {
      // Intl has its own opinion of some currencies, and rounds rupees to whole ones: the amount itself shows whether
      // its currency has two decimals, three, or none. What has more are costs, of which two say enough.
      const [, decimals = ""] = amount.split(".");
      const digits = decimals === "" ? 0 : decimals.length === 3 ? 3 : 2;
      return new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        currencyDisplay: "code",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        trailingZeroDisplay: exact ? "auto" : "stripIfInteger",
        ...(fine && { maximumSignificantDigits: 2, roundingPriority: "morePrecision" }),
      }).format(amount as Intl.StringNumericLiteral);
    },
    number: (value) => numbers.format(value as Intl.StringNumericLiteral),
    compact: (value) => shorts.format(value),
    percent: (share) => percents.format(share),
    dateTime: dates({ dateStyle: "medium", timeStyle: "short" }),
    time: dates({ timeStyle: "short" }),
    date: dates({ dateStyle: "medium" }),
    day: dates({ day: "numeric", month: "short" }),
    relative: (isoTime, now = Date.now()) => {
      const seconds = (Date.parse(isoTime) - now) / 1000;
      const [name, length] = SPANS.find(([, each]) => Math.abs(seconds) >= each) ?? ["second", 1];
      return name === "second" ? spans.format(0, "second") : spans.format(Math.trunc(seconds / length), name);
    },
    duration: (seconds) => {
      if (seconds < 60) return unit(seconds, "second", seconds < 10 ? 1 : 0);
      if (seconds < 3600) return unit(Math.round(seconds / 60), "minute");
      return unit(seconds / 3600, "hour", 1);
    },
    bytes: (count) => {
      if (count < 1024) return unit(count, "byte");
      if (count < 1024 ** 2) return unit(count / 1024, "kilobyte");
      return count < 1024 ** 3 ? unit(count / 1024 ** 2, "megabyte", 1) : unit(count / 1024 ** 3, "gigabyte", 1);
    },
  };
}

// Making one takes a millisecond, and a long list asks in each of its rows.
const made = new Map<string, Format>();

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { timeZone } = useSession().settings;
  const name = `${i18n.language} ${timeZone}`;
  const format = made.get(name) ?? makeFormat(i18n.language, timeZone);
  made.set(name, format);
  return format;
}
