// The pages in the menu and in the search, and the right that each needs.

import {
  BookOpenText,
  Bot,
  ChartNoAxesColumn,
  CreditCard,
  FlaskConical,
  History,
  KeyRound,
  MessageSquareText,
  MessagesSquare,
  Package,
  Phone,
  ReceiptText,
  Settings,
  Smartphone,
  Users,
  UserRoundCog,
  type LucideIcon,
} from "lucide-react";
import type { Right } from "@/session/session";

export interface Destination {
  to: string;
  /** A key of app.json below `nav`. */
  name:
    | "overview"
    | "conversations"
    | "orders"
    | "customers"
    | "catalog"
    | "payments"
    | "knowledge"
    | "texts"
    | "accounts"
    | "providers"
    | "scenarios"
    | "simulator"
    | "staff"
    | "integrations"
    | "audit"
    | "settings";
  icon: LucideIcon;
  needs?: Right;
  counts?: "chatsNeedingHuman" | "proofsWaiting";
}

export const NAVIGATION: { name: "sell" | "shop" | "channels" | "administration"; pages: Destination[] }[] = [
  {
    name: "sell",
    pages: [
      { to: "/", name: "overview", icon: ChartNoAxesColumn },
      { to: "/conversations", name: "conversations", icon: MessagesSquare, needs: "conversations:read", counts: "chatsNeedingHuman" },
      { to: "/orders", name: "orders", icon: ReceiptText, needs: "orders:read", counts: "proofsWaiting" },
      { to: "/customers", name: "customers", icon: Users, needs: "customers:read" },
    ],
  },
  {
    name: "shop",
    pages: [
      { to: "/catalog", name: "catalog", icon: Package, needs: "catalog:read" },
      { to: "/payments", name: "payments", icon: CreditCard, needs: "payments:read" },
      { to: "/knowledge", name: "knowledge", icon: BookOpenText, needs: "knowledge:read" },
      { to: "/texts", name: "texts", icon: MessageSquareText, needs: "knowledge:read" },
    ],
  },
  {
    name: "channels",
    pages: [
      { to: "/accounts", name: "accounts", icon: Phone, needs: "accounts:read" },
      { to: "/providers", name: "providers", icon: Bot, needs: "providers:read" },
      { to: "/scenarios", name: "scenarios", icon: FlaskConical, needs: "scenarios:read" },
      { to: "/simulator", name: "simulator", icon: Smartphone, needs: "simulator:use" },
    ],
  },
  {
    name: "administration",
    pages: [
      { to: "/staff", name: "staff", icon: UserRoundCog, needs: "staff:read" },
      { to: "/integrations", name: "integrations", icon: KeyRound, needs: "integrations:manage" },
      { to: "/audit", name: "audit", icon: History, needs: "audit:read" },
      { to: "/settings", name: "settings", icon: Settings, needs: "settings:read" },
    ],
  },
];
