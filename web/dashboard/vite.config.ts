import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import react from "@vitejs/plugin-react";
import { buildSchema, isInterfaceType, isObjectType } from "graphql";
import { defineConfig, type Plugin } from "vite";

const SCHEMA = fileURLToPath(new URL("../../schema.graphql", import.meta.url));
const FACTS = "virtual:schema-facts";

/** What the cache must know of the schema: types without an id, and who may stand for an interface. */
function schemaFacts(): Plugin {
  return {
    name: "schema-facts",
    resolveId: (id) => (id === FACTS ? `\0${FACTS}` : undefined),
    load: (id) => (id === `\0${FACTS}` ? facts(readFileSync(SCHEMA, "utf8")) : undefined),
  };
}

function facts(sdl: string): string {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const keyless = types.filter((type) => isObjectType(type) && !("id" in type.getFields())).map(({ name }) => name);
  const possibleTypes = Object.fromEntries(
    types.filter(isInterfaceType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
  return [
    `export const keyless = ${JSON.stringify(keyless)};`,
    `export const possibleTypes = ${JSON.stringify(possibleTypes)};`,
  ].join("\n");
}

// What all pages of the dashboard begin with. GraphiQL is an entry too, and most of what it needs is its own.
const FRAME = [
  /\/src\/(?:api|app|i18n|notices|session|ui)\//,
  /\/node_modules\/(?:react|react-dom|react-router|scheduler|react-transition-group|react-remove-scroll[^/]*)\//,
  /\/node_modules\/(?:@mantine|@floating-ui|@urql|@0no-co|urql|wonka|gql\.tada|graphql-ws|i18next|react-i18next)\//,
  /\/node_modules\/lucide-react\//,
];

function isOfFrame(id: string): boolean {
  return FRAME.some((place) => place.test(id));
}

export default defineConfig({
  plugins: [react(), schemaFacts()],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  html: { cspNonce: "__CSP_NONCE__" },
  server: { proxy: { "/graphql": { target: "http://localhost:8000", ws: true }, "/media": "http://localhost:8000" } },
  build: {
    target: "es2022",
    // Without these the styles for light and dark are rewritten into a form that the toggle does not reach.
    cssTarget: ["chrome123", "safari17.5", "firefox120"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["index.html", "graphiql.html"],
      output: {
        // What every page needs is one file: a hundred small ones compress badly and wait for each other.
        codeSplitting: {
          groups: [
            { name: "graphql", test: /\/node_modules\/graphql\//, priority: 1 }, // GraphiQL's alone
            { name: "frame", tags: ["$initial"], test: isOfFrame },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 2000, // the editor of GraphiQL
  },
});
