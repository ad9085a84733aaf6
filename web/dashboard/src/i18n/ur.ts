// The Urdu strings. For the types alone: pages load their own.

import common from "@/i18n/ur.json";
import app from "@/app/ur.json";
import session from "@/session/ur.json";
import overview from "@/overview/ur.json";
import checklist from "@/checklist/ur.json";
import notices from "@/notices/ur.json";
import accounts from "@/accounts/ur.json";
import simulator from "@/simulator/ur.json";
import conversations from "@/conversations/ur.json";
import turns from "@/turns/ur.json";
import orders from "@/orders/ur.json";
import catalog from "@/catalog/ur.json";
import payments from "@/payments/ur.json";
import customers from "@/customers/ur.json";
import audit from "@/audit/ur.json";
import settings from "@/settings/ur.json";
import providers from "@/providers/ur.json";
import knowledge from "@/knowledge/ur.json";
import scenarios from "@/scenarios/ur.json";
import staff from "@/staff/ur.json";
import integrations from "@/integrations/ur.json";
import howTo from "@/integrations/how-to/ur.json";
import graphiql from "@/graphiql/ur.json";
import type { Texts } from "./en";

export const ur: Texts = {
  common,
  app,
  session,
  overview,
  checklist,
  notices,
  accounts,
  simulator,
  conversations,
  turns,
  orders,
  catalog,
  payments,
  customers,
  audit,
  settings,
  providers,
  knowledge,
  scenarios,
  staff,
  integrations,
  graphiql,
  howTo,
};
