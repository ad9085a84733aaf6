// Languages of the dashboard: strings in files beside the pages, one file for a language and a word of the house.

import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Texts } from "./en";

export const LANGUAGES = { en: { label: "English", direction: "ltr" }, ur: { label: "اردو", direction: "rtl" } } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT = "parley-language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Texts;
  }
}

const load: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import("./en")).en,
  ur: async () => (await import("./ur")).ur,
};

function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "en" || kept === "ur") return kept;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith("ur")) ? "ur" : "en";
}

export async function startLanguages(): Promise<void> {
  const language = preferred();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await load[language]() },
    defaultNS: "common",
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  show(language);
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "common")) {
    for (const [word, texts] of Object.entries(await load[language]())) i18next.addResourceBundle(language, word, texts);
  }
  localStorage.setItem(KEPT, language);
  show(language);
  await i18next.changeLanguage(language);
}

function show(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].direction;
}
