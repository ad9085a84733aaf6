// Queries to start from, in a panel at the side: a click puts one into a tab of its own.

import type { GraphiQLPlugin } from "@graphiql/react";
import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Lightbulb } from "lucide-react";
import { useTranslation } from "react-i18next";
import text from "./samples.graphql?raw";

export interface Sample {
  title: string;
  query: string;
  /** JSON. */
  variables: string;
}

const TITLE = "## ";
const VARIABLES = "# variables: ";

/** Each begins with `## title`, perhaps followed by `# variables: {…}`. */
export function parseSamples(source: string): Sample[] {
  return source
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith(TITLE))
    .map((part) => {
      const [first = "", ...lines] = part.trimEnd().split("\n");
      const given = lines.find((line) => line.startsWith(VARIABLES))?.slice(VARIABLES.length);
      return {
        title: first.slice(TITLE.length),
        query: `${lines.filter((line) => !line.startsWith(VARIABLES)).join("\n").trim()}\n`,
        variables: given === undefined ? "" : JSON.stringify(JSON.parse(given), null, 2),
      };
    });
}

const SAMPLES = parseSamples(text);

export function samplesPlugin(): GraphiQLPlugin {
  return { title: "Samples", icon: () => <Lightbulb aria-hidden />, content: Samples };
}

function Samples() {
  const { t } = useTranslation("graphiql");
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return (
    <section aria-label={t("samples")} className="samples">
      <h2>{t("samples")}</h2>
      <p>{t("samplesAdvice")}</p>
      <ul>
        {SAMPLES.map((sample) => (
          <li key={sample.title}>
            <button
              type="button"
              disabled={queryEditor === undefined || variableEditor === undefined}
              onClick={() => {
                addTab();
                queryEditor?.setValue(sample.query);
                variableEditor?.setValue(sample.variables);
              }}
            >
              {sample.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
