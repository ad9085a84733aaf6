// The time zones of the IANA database that the browser knows.

/** With UTC, which browsers leave out, and the one that is set, whatever it is called here. */
export function timeZones(current: string): string[] {
  return [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
}

/** What the clocks show there, e.g. `14:05`. */
export function timeIn(timeZone: string, now: number, language: string): string {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { timeStyle: "short", timeZone }).format(now);
}
