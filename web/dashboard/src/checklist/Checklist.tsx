// The first steps of a shop, in the order in which to do them.

import { Alert, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { PartyPopper, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/session/session";
import { Page, Section } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { Progress } from "./Progress";
import { Steps } from "./Steps";
import { useChecklist, type Item } from "./useChecklist";
import "./checklist.css";

const NEEDS = ["REQUIRED", "ADVISED", "OPTIONAL"] as const;

export default function Checklist() {
  const { t } = useTranslation("checklist");
  const { items, progress, problem, refresh } = useChecklist();
  const isReady = progress !== undefined && progress.requiredDone === progress.required;
  return (
    <Page title={t("title")} description={t("description")} width={860}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {!problem && (progress ? isReady ? <Ready /> : <Progress progress={progress} /> : <Skeleton h={28} />)}
      {!problem && NEEDS.map((need) => <Part key={need} need={need} items={items} />)}
    </Page>
  );
}

function Part({ need, items }: { need: Item["need"]; items: readonly Item[] | undefined }) {
  const { t } = useTranslation("checklist");
  const { t: common } = useTranslation();
  const mine = items?.filter((item) => item.need === need);
  const next = need === "REQUIRED" ? mine?.find(({ isDone }) => !isDone)?.code : undefined;
  return (
    <Section title={t(`needs.${need}.title`)}>
      <Text fz="sm" className="muted" mb="xs">
        {t(`needs.${need}.why`)}
      </Text>
      {mine ? (
        <Steps items={mine} next={next} />
      ) : (
        <Stack gap="sm" aria-busy>
          <Skeleton h={56} aria-label={common("list.loading")} />
          <Skeleton h={56} />
        </Stack>
      )}
    </Section>
  );
}

function Ready() {
  const { t } = useTranslation("checklist");
  const { can } = useSession();
  return (
    <Alert color="green" icon={<PartyPopper size={18} aria-hidden />} title={t("ready.title")}>
      <Group justify="space-between" gap="sm">
        <Text fz="sm" c="inherit" maw={520}>
          {t("ready.text")}
        </Text>
        {can("simulator:use") && (
          <Button component={Link} to="/simulator" size="xs" variant="default" leftSection={<Smartphone size={14} aria-hidden />}>
            {t("ready.try")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
