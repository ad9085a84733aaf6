// The first page: how business goes, or what there is to do, or how to begin.

import { Button, Center, Loader } from "@mantine/core";
import { ListChecks } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "@/api/graphql";
import { StartCard } from "@/checklist/StartCard";
import { useChecklist } from "@/checklist/useChecklist";
import { useSession } from "@/session/session";
import { Page } from "@/ui/Page";
import { useRead } from "@/ui/useRead";
import { Figures } from "./Figures";
import { HealthCard } from "./HealthCard";
import { ToDo } from "./ToDo";
import { Welcome } from "./Welcome";
import "./overview.css";

/** Whether anybody has written yet, also in the simulator. */
const BEGINNING = graphql(`
  query Beginning {
    conversations(first: 1) {
      nodes {
        id
      }
    }
  }
`);

export default function Overview() {
  const { t } = useTranslation(["overview", "common"]);
  const { can, viewer } = useSession();
  const isSettingUp = can("settings:write");
  const checklist = useChecklist({ pause: !isSettingUp });
  const beginning = useRead(BEGINNING, {}, { pause: !isSettingUp });
  const isUnfinished = checklist.progress !== undefined && checklist.progress.requiredDone < checklist.progress.required;
  if (isUnfinished && beginning.data?.conversations?.nodes.length === 0) return <Welcome checklist={checklist} />;
  const hasReports = can("reports:read");
  // What stands above all else must be known first, lest all else move down; meanwhile the rest is read already.
  const isHidden = checklist.isLoading || beginning.isLoading;
  return (
    <>
      {isHidden && (
        <Center h="60vh">
          <Loader role="status" aria-label={t("common:list.loading")} />
        </Center>
      )}
      <div hidden={isHidden}>
        <Page
          width={1680}
          title={t("title")}
          description={hasReports ? t("description") : t("hello", { name: viewer.name })}
          actions={
            !isUnfinished &&
            checklist.progress &&
            checklist.progress.done < checklist.progress.all && (
              <Button component={Link} to="/start" variant="default" leftSection={<ListChecks size={16} aria-hidden />}>
                {t("checklist", { done: checklist.progress.done, all: checklist.progress.all })}
              </Button>
            )
          }
        >
          {isUnfinished && <StartCard checklist={checklist} />}
          {hasReports ? (
            <Figures />
          ) : (
            <>
              <ToDo />
              <HealthCard />
            </>
          )}
        </Page>
      </div>
    </>
  );
}
