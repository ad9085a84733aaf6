// A new shop: what it takes to sell, and a way to see at once how selling goes.

import { Button, Text, Title } from "@mantine/core";
import { ArrowRight, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Steps } from "@/checklist/Steps";
import { Progress } from "@/checklist/Progress";
import type { ChecklistRead } from "@/checklist/useChecklist";
import { useSession } from "@/session/session";
import { useTitle } from "@/ui/Page";

export function Welcome({ checklist }: { checklist: ChecklistRead }) {
  const { t } = useTranslation("overview");
  const { can, viewer } = useSession();
  useTitle(t("title"));
  const { items = [], progress } = checklist;
  const required = items.filter(({ need }) => need === "REQUIRED");
  const next = required.find(({ isDone }) => !isDone);
  return (
    <div className="welcome">
      <Title order={1}>{t("welcome.title", { name: viewer.name })}</Title>
      <Text className="muted" maw={560}>
        {t("welcome.advice")}
      </Text>
      {progress && <Progress progress={progress} />}
      <div className="card welcome-steps">
        <Steps items={required} next={next?.code} />
      </div>
      <div className="welcome-actions">
        <Button component={Link} to="/start" rightSection={<ArrowRight size={16} aria-hidden className="turned" />}>
          {t("welcome.all")}
        </Button>
        {can("simulator:use") && (
          <Button component={Link} to="/simulator" variant="default" leftSection={<Smartphone size={16} aria-hidden />}>
            {t("welcome.try")}
          </Button>
        )}
      </div>
      <Text fz="sm" className="muted" maw={560}>
        {t("welcome.simulator")}
      </Text>
    </div>
  );
}
