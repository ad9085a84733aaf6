// A whole catalogue from a file: looked at first, line by line, and applied as a whole or not at all.

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { CircleCheck, FileCheck2, FileWarning } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Page, Section } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { Words } from "@/ui/values";
import { FileChoice } from "./FileChoice";
import { ImportChanges } from "./ImportChanges";
import { ImportProblems } from "./ImportProblems";
import { useImport, type ImportState } from "./useImport";
import "./catalog.css";

const COLUMNS =
  "service, service_description, service_is_active, service_position, package, description, features, duration_count, duration_unit, price, currency, is_active, position";

export default function Import() {
  const { t } = useTranslation("catalog");
  const { state, look, apply, begin } = useImport();
  const isChoosing = state.step === "choose" || state.step === "reading";
  return (
    <Page title={t("import.title")} description={t("import.description")} parent={{ to: "/catalog", label: t("title") }} width={1080}>
      {isChoosing ? (
        <>
          <FileChoice state={state} onChoose={(file) => void look(file)} />
          <Section title={t("import.formatTitle")}>
            <Text fz="sm" mb="xs">
              {t("import.format")}
            </Text>
            <Text component="code" fz="xs" ff="monospace" className="catalog-columns" dir="ltr">
              {COLUMNS}
            </Text>
          </Section>
        </>
      ) : (
        <Found state={state} onApply={apply} onOther={begin} />
      )}
    </Page>
  );
}

type FoundState = Extract<ImportState, { outcome: unknown }>;
type Sent = Parameters<ReturnType<typeof useImport>["apply"]>[0];

function Found({ state, onApply, onOther }: { state: FoundState; onApply: (sent: Sent) => Promise<void>; onOther: () => void }) {
  const { t } = useTranslation("catalog");
  const { outcome } = state;
  const hasChanges = outcome.createdCount + outcome.updatedCount > 0;
  return (
    <Stack gap="md">
      <Summary state={state} hasChanges={hasChanges} />
      {state.step !== "applied" && state.problem && outcome.problemCount === 0 && <ProblemNotice problem={state.problem} />}
      <Group gap="xs">
        {state.step === "applied" ? (
          <Button component={Link} to="/catalog">
            {t("import.toCatalog")}
          </Button>
        ) : (
          outcome.problemCount === 0 &&
          hasChanges && (
            <Button loading={state.step === "applying"} onClick={() => void onApply(state)}>
              {t("import.apply")}
            </Button>
          )
        )}
        <Button variant="default" onClick={onOther}>
          {t("import.other")}
        </Button>
      </Group>
      {outcome.problemCount > 0 && <ImportProblems problems={outcome.problems} count={outcome.problemCount} />}
      {outcome.changes.length > 0 && <ImportChanges changes={outcome.changes} isDone={state.step === "applied"} />}
    </Stack>
  );
}

function Summary({ state, hasChanges }: { state: FoundState; hasChanges: boolean }) {
  const { t } = useTranslation("catalog");
  const { outcome, fileName } = state;
  const isWrong = outcome.problemCount > 0;
  const isDone = state.step === "applied";
  const Icon = isWrong ? FileWarning : isDone ? CircleCheck : FileCheck2;
  const counts = [
    t("import.count.CREATED", { count: outcome.createdCount }),
    t("import.count.UPDATED", { count: outcome.updatedCount }),
    t("import.count.UNCHANGED", { count: outcome.unchangedCount }),
  ].join(" · ");
  return (
    <Alert
      role="status"
      color={isWrong ? "red" : "brand"}
      icon={<Icon size={18} aria-hidden />}
      title={isWrong ? t("import.problems", { count: outcome.problemCount }) : isDone ? t("import.applied") : <Words>{fileName}</Words>}
    >
      <Text fz="sm" c="inherit">
        {isWrong ? t("import.problemsAdvice") : hasChanges ? (isDone ? counts : `${counts}. ${t("import.mayApply")}`) : t("import.nothing")}
      </Text>
    </Alert>
  );
}
