// The languages that texts are written in.

import { useTranslation } from "react-i18next";

/** As the server has them. */
export const LANGUAGES = ["en", "ur", "ur-Latn", "ar", "es"] as const;

/** A language's name in the reader's language. */
export function useLanguageName(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => t(`languages.${code}` as "languages.en", { defaultValue: code });
}

export function useLanguageChoices(): { value: string; label: string }[] {
  const nameOf = useLanguageName();
  return LANGUAGES.map((value) => ({ value, label: nameOf(value) }));
}
