// A role in one word.

import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "@/ui/Badge";
import type { Role } from "./documents";

const TONES: Record<Role, Tone> = { OWNER: "warn", ADMIN: "info", AGENT: "good", VIEWER: "idle" };

export function RoleBadge({ role }: { role: Role }) {
  const { t } = useTranslation("app");
  return <Badge tone={TONES[role]}>{t(`roles.${role}`)}</Badge>;
}
