// A page for those who may see it; the others are told so.

import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession, type Right } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";

export function Guarded({ needs, children }: { needs: Right | undefined; children: ReactNode }) {
  const { t } = useTranslation("app");
  const { can } = useSession();
  if (needs === undefined || can(needs)) return <>{children}</>;
  return <EmptyState icon={Lock} title={t("guarded.title")} advice={t("guarded.advice")} />;
}
