// The English strings, which say what every other language must have. For the types alone: pages load their own.

import common from "@/i18n/en.json";
import app from "@/app/en.json";
import session from "@/session/en.json";
import overview from "@/overview/en.json";
import checklist from "@/checklist/en.json";
import notices from "@/notices/en.json";
import accounts from "@/accounts/en.json";
import simulator from "@/simulator/en.json";
import conversations from "@/conversations/en.json";
import turns from "@/turns/en.json";
import orders from "@/orders/en.json";
import catalog from "@/catalog/en.json";
import payments from "@/payments/en.json";
import customers from "@/customers/en.json";
import audit from "@/audit/en.json";
import settings from "@/settings/en.json";
import providers from "@/providers/en.json";
import knowledge from "@/knowledge/en.json";
import scenarios from "@/scenarios/en.json";
import staff from "@/staff/en.json";
import integrations from "@/integrations/en.json";
import howTo from "@/integrations/how-to/en.json";
import graphiql from "@/graphiql/en.json";

export const en = {
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

/** The same keys in every language; tsc tells which one is missing. */
export type Texts = typeof en;
