// GraphiQL's entry: everything from here, nothing from elsewhere.

import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./graphiql.css";
import { createRoot } from "react-dom/client";
import { startLanguages } from "@/i18n";
import { keepAccessible } from "./accessible";
import { GraphiqlPage } from "./GraphiqlPage";

const root = document.getElementById("graphiql");
if (root === null) throw new Error("graphiql.html has no #graphiql.");
await startLanguages(["graphiql"]);
keepAccessible(root);
createRoot(root).render(<GraphiqlPage />);
