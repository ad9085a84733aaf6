// Every address of the dashboard; each page is loaded when somebody goes there.

import { Center, Loader } from "@mantine/core";
import { lazy, Suspense, type ComponentType } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import { loadTexts, type Word } from "@/i18n";
import type { Right } from "@/session/session";
import { Crash } from "./Crash";
import { Guarded } from "./Guarded";
import { NotFound } from "./NotFound";
import { SignedIn } from "./SignedIn";

type Load = () => Promise<{ default: ComponentType }>;

function page(path: string, words: Word[], load: Load, needs?: Right): RouteObject {
  const Page = lazy(async () => {
    const [loaded] = await Promise.all([load(), loadTexts(words)]);
    return loaded;
  });
  return {
    path,
    element: (
      <Suspense
        fallback={
          <Center h="60vh">
            <Loader role="status" aria-label="…" />
          </Center>
        }
      >
        <Guarded needs={needs}>
          <Page />
        </Guarded>
      </Suspense>
    ),
  };
}

export const router = createBrowserRouter([
  { path: "/setup", lazy: async () => ({ Component: (await import("@/session/SetUp")).default }), ErrorBoundary: Crash },
  { path: "/join", lazy: async () => ({ Component: (await import("@/session/Join")).default }), ErrorBoundary: Crash },
  {
    element: <SignedIn />,
    ErrorBoundary: Crash,
    children: [
      page("/", ["overview", "checklist"], () => import("@/overview/Overview")),
      page("/start", ["checklist"], () => import("@/checklist/Checklist"), "settings:read"),
      page("/notices", ["notices"], () => import("@/notices/Notices"), "notices:read"),
      page("/conversations/:id?", ["conversations", "turns"], () => import("@/conversations/Conversations"), "conversations:read"),
      page("/orders", ["orders"], () => import("@/orders/Orders"), "orders:read"),
      page("/orders/review/:proofId?", ["orders"], () => import("@/orders/ProofReview"), "orders:read"),
      page("/orders/:id", ["orders"], () => import("@/orders/OrderPage"), "orders:read"),
      page("/customers", ["customers", "orders"], () => import("@/customers/Customers"), "customers:read"),
      page("/customers/:id", ["customers", "orders"], () => import("@/customers/CustomerPage"), "customers:read"),
      page("/catalog", ["catalog"], () => import("@/catalog/Catalog"), "catalog:read"),
      page("/catalog/import", ["catalog"], () => import("@/catalog/Import"), "catalog:write"),
      page("/payments", ["payments"], () => import("@/payments/Payments"), "payments:read"),
      page("/knowledge", ["knowledge"], () => import("@/knowledge/Knowledge"), "knowledge:read"),
      page("/texts/:tab?/:id?", ["knowledge"], () => import("@/knowledge/Texts"), "knowledge:read"),
      page("/accounts", ["accounts"], () => import("@/accounts/Accounts"), "accounts:read"),
      page("/accounts/:id", ["accounts"], () => import("@/accounts/AccountPage"), "accounts:read"),
      page("/providers", ["providers"], () => import("@/providers/Providers"), "providers:read"),
      page("/scenarios", ["scenarios", "orders", "turns"], () => import("@/scenarios/Scenarios"), "scenarios:read"),
      page("/scenarios/:id", ["scenarios", "orders", "turns"], () => import("@/scenarios/ScenarioPage"), "scenarios:read"),
      page("/simulator", ["simulator", "accounts", "conversations", "orders", "turns"], () => import("@/simulator/Simulator"), "simulator:use"),
      page("/staff", ["staff"], () => import("@/staff/StaffPage"), "staff:read"),
      page("/me", ["staff"], () => import("@/staff/Me"), "self:manage"),
      page("/integrations", ["integrations"], () => import("@/integrations/Integrations"), "integrations:manage"),
      page("/integrations/webhooks/:id", ["integrations"], () => import("@/integrations/WebhookPage"), "integrations:manage"),
      page("/integrations/how-to", ["howTo"], () => import("@/integrations/HowTo")),
      page("/audit", ["audit", "settings"], () => import("@/audit/Audit"), "audit:read"),
      page("/settings", ["settings"], () => import("@/settings/SettingsPage"), "settings:read"),
      { path: "*", element: <NotFound /> },
    ],
  },
]);
