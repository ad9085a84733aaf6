// GraphiQL with the session of the browser, or with an API key that is forgotten when the page is left.

import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CallerBar } from "./CallerBar";
import { makeFetcher } from "./fetcher";
import { samplesPlugin } from "./samples";

const EXPLORER = explorerPlugin({ showAttribution: false });
const SAMPLES = samplesPlugin();

const WELCOME = `# Welcome. Ctrl-Enter runs what stands here; the panels at the side have
# the documentation, a query builder, samples to start from and your history.

query Welcome {
  viewer {
    name
    can
  }
  services(first: 3) {
    nodes {
      name
      packages {
        name
        price {
          amount
          currency
        }
      }
    }
  }
}
`;

export function GraphiqlPage() {
  const { t } = useTranslation("graphiql");
  const [key, setKey] = useState("");
  const fetcher = useMemo(() => makeFetcher(key), [key]);
  const asked = new URLSearchParams(location.search).get("query") ?? undefined;
  return (
    <>
      <CallerBar apiKey={key} onKey={setKey} />
      <main aria-label={t("title")}>
        {/* Another caller may see another schema: everything is asked for anew. */}
        <GraphiQL
          key={key}
          fetcher={fetcher}
          plugins={[HISTORY_PLUGIN, EXPLORER, SAMPLES]}
          defaultEditorToolsVisibility
          defaultQuery={WELCOME}
          initialQuery={asked}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo> </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  );
}
