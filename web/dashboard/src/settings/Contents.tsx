// The parts of the page, beside it where there is room.

import { useTranslation } from "react-i18next";

export const PARTS = ["business", "hours", "answering", "orders", "retention", "owner", "system"] as const;
export type Part = (typeof PARTS)[number];

export function Contents() {
  const { t } = useTranslation("settings");
  return (
    <nav className="contents" aria-label={t("contents")}>
      {PARTS.map((part) => (
        <a key={part} href={`#${part}`}>
          {t(`parts.${part}.title`)}
        </a>
      ))}
    </nav>
  );
}
