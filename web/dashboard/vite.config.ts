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
    rollupOptions: { input: ["index.html", "graphiql.html"] },
  },
});
