// Languages of the dashboard: strings in files beside the pages, one file for a language and a word of the house.

import i18next, { type BackendModule, type ResourceKey } from "i18next";
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

export type Word = keyof Texts;

const FILES = import.meta.glob<ResourceKey>("/src/**/{en,ur}.json", { import: "default" });
// Where the strings of a word do not lie in the folder of its name.
const FOLDERS: Partial<Record<string, string>> = { common: "i18n", howTo: "integrations/how-to" };
// What the frame says, on every page.
const FRAME: Word[] = ["common", "app", "session", "notices"];

const files: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: async (language, word) => {
    const file = FILES[`/src/${FOLDERS[word] ?? word}/${language}.json`];
    if (file === undefined) throw new Error(`There are no strings for ${word} in ${language}.`);
    return file();
  },
};

function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "en" || kept === "ur") return kept;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith("ur")) ? "ur" : "en";
}

/** The strings of the frame, or of the words given, are there when it is done. */
export async function startLanguages(words: Word[] = FRAME): Promise<void> {
  const language = preferred();
  await i18next
    .use(files)
    .use(initReactI18next)
    .init({
      lng: language,
      ns: words,
      defaultNS: "common",
      interpolation: { escapeValue: false }, // React escapes
      returnNull: false,
    });
  show(language);
}

/** A page asks for its words beside its program, so that it is shown at once with both. */
export async function loadTexts(words: Word[]): Promise<void> {
  await i18next.loadNamespaces(words);
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  show(language);
}

function show(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].direction;
}
