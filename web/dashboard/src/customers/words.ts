// What customers are called, and the languages they are answered in.

import type { TFunction } from "i18next";

export const LANGUAGES = ["en", "ur", "ur-Latn", "ar", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (tag: string | null): tag is Language => LANGUAGES.some((known) => known === tag);

interface Called {
  profileName: string;
  phone: string | null;
  erasedAt?: string | null;
}

/** What they call themselves, or their number where they are silent about it. */
export function called({ profileName, phone, erasedAt }: Called, t: TFunction<["customers", "common"]>): string {
  if (erasedAt != null) return t("erased.name");
  return profileName || phone || t("nameless");
}
