// Every address of the dashboard; each page is loaded when somebody goes there.

import { Center, Loader } from "@mantine/core";
import { lazy, Suspense, type ComponentType } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import type { Right } from "@/session/session";
import { Crash } from "./Crash";
import { Guarded } from "./Guarded";
import { NotFound } from "./NotFound";
import { SignedIn } from "./SignedIn";

type Load = () => Promise<{ default: ComponentType }>;

function page(path: string, load: Load, needs?: Right): RouteObject {
  const Page = lazy(load);
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
      page("/", () => import("@/overview/Overview")),
      page("/start", () => import("@/checklist/Checklist"), "settings:read"),
      page("/notices", () => import("@/notices/Notices"), "notices:read"),
      page("/conversations/:id?", () => import("@/conversations/Conversations"), "conversations:read"),
      page("/orders", () => import("@/orders/Orders"), "orders:read"),
      page("/orders/review/:proofId?", () => import("@/orders/ProofReview"), "orders:read"),
      page("/orders/:id", () => import("@/orders/OrderPage"), "orders:read"),
      page("/customers", () => import("@/customers/Customers"), "customers:read"),
      page("/customers/:id", () => import("@/customers/CustomerPage"), "customers:read"),
      page("/catalog", () => import("@/catalog/Catalog"), "catalog:read"),
      page("/catalog/import", () => import("@/catalog/Import"), "catalog:write"),
      page("/payments", () => import("@/payments/Payments"), "payments:read"),
      page("/knowledge", () => import("@/knowledge/Knowledge"), "knowledge:read"),
      page("/texts/:tab?/:id?", () => import("@/knowledge/Texts"), "knowledge:read"),
      page("/accounts", () => import("@/accounts/Accounts"), "accounts:read"),
      page("/accounts/:id", () => import("@/accounts/AccountPage"), "accounts:read"),
      page("/providers", () => import("@/providers/Providers"), "providers:read"),
      page("/scenarios", () => import("@/scenarios/Scenarios"), "scenarios:read"),
      page("/scenarios/:id", () => import("@/scenarios/ScenarioPage"), "scenarios:read"),
      page("/simulator", () => import("@/simulator/Simulator"), "simulator:use"),
      page("/staff", () => import("@/staff/StaffPage"), "staff:read"),
      page("/me", () => import("@/staff/Me"), "self:manage"),
      page("/integrations", () => import("@/integrations/Integrations"), "integrations:manage"),
      page("/integrations/webhooks/:id", () => import("@/integrations/WebhookPage"), "integrations:manage"),
      page("/integrations/how-to", () => import("@/integrations/HowTo")),
      page("/audit", () => import("@/audit/Audit"), "audit:read"),
      page("/settings", () => import("@/settings/SettingsPage"), "settings:read"),
      { path: "*", element: <NotFound /> },
    ],
  },
]);
