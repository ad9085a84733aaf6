import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import react from "@vitejs/plugin-react";
import { buildSchema, isObjectType } from "graphql";
import { defineConfig, type Plugin } from "vite";

const SCHEMA = fileURLToPath(new URL("../../schema.graphql", import.meta.url));
const KEYLESS = "virtual:keyless-types";

/** Tells the cache which types have no id of their own and live within what they belong to. */
function keylessTypes(): Plugin {
  return {
    name: "keyless-types",
    resolveId: (id) => (id === KEYLESS ? `\0${KEYLESS}` : undefined),
    load(id) {
      if (id !== `\0${KEYLESS}`) return undefined;
      const types = Object.values(buildSchema(readFileSync(SCHEMA, "utf8")).getTypeMap());
      const names = types
        .filter((type) => isObjectType(type) && !type.name.startsWith("__") && !("id" in type.getFields()))
        .map((type) => type.name);
      return `export default ${JSON.stringify(names)};`;
    },
  };
}

export default defineConfig({
  plugins: [react(), keylessTypes()],
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
