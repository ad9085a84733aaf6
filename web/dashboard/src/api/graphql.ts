// Typed operations: `graphql()` knows schema.graphql, and `npm run check` refuses what it does not hold.

import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.d.ts";

export const graphql = initGraphQLTada<{
  introspection: introspection;
  // Fragments are for saying things once here, not for hiding them from those who spread them.
  disableMasking: true;
  scalars: {
    /** ISO 8601, in UTC. */
    DateTime: string;
    /** `2026-12-01`, in the time zone of the business. */
    Date: string;
    /** Exact, as text: never counted with as a float. */
    Decimal: string;
    JSON: unknown;
  };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";
