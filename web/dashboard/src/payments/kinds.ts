// The kinds of ways to pay, with their signs.

import { Banknote, Landmark, Smartphone, type LucideIcon } from "lucide-react";
import type { Method } from "./documents";

export const KINDS = ["EASYPAISA", "JAZZCASH", "BANK_TRANSFER", "OTHER"] as const;

export const KIND_ICONS: Record<Method["kind"], LucideIcon> = {
  EASYPAISA: Smartphone,
  JAZZCASH: Smartphone,
  BANK_TRANSFER: Landmark,
  OTHER: Banknote,
};
