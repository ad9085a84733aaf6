// The checklist in short, for the overview of a shop that cannot sell yet.

import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Section } from "@/ui/Page";
import { Progress } from "./Progress";
import { Steps } from "./Steps";
import type { ChecklistRead } from "./useChecklist";

export function StartCard({ checklist: { items = [], progress } }: { checklist: ChecklistRead }) {
  const { t } = useTranslation("checklist");
  const missing = items.filter(({ need, isDone }) => need === "REQUIRED" && !isDone);
  return (
    <Section
      title={t("short")}
      aside={
        <Anchor component={Link} to="/start" fz="sm" lh="28px">
          {t("all")}
        </Anchor>
      }
    >
      {progress && <Progress progress={progress} />}
      <Steps items={missing} next={missing[0]?.code} />
    </Section>
  );
}
