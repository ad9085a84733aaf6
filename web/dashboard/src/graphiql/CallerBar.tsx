// Who asks: the person who is signed in, or a program with a key; and the way back.

import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { csrfToken } from "@/api/cookies";

export function CallerBar({ apiKey, onKey }: { apiKey: string; onKey: (key: string) => void }) {
  const { t } = useTranslation("graphiql");
  const [typed, setTyped] = useState(apiKey);
  const caller = apiKey !== "" ? t("asKey") : csrfToken() !== "" ? t("asSession") : t("asNobody");

  useEffect(() => {
    document.title = `${t("title")} · Parley`;
  }, [t]);

  const use = (event: FormEvent) => {
    event.preventDefault();
    onKey(typed.trim());
  };
  return (
    <header className="caller-bar">
      <a href="/">{t("back")}</a>
      <span role="status">{caller}</span>
      <form onSubmit={use}>
        <label htmlFor="api-key">{t("key")}</label>
        <input
          id="api-key"
          type="password"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          placeholder="parley_…"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <button type="submit">{t("use")}</button>
      </form>
      <a href="/integrations/how-to">{t("howTo")}</a>
    </header>
  );
}
