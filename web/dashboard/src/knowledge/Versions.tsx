// All that a text ever said: by whom, when, and what was different.

import { Button, Drawer, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { When, Words } from "@/ui/values";
import { differences } from "./diff";
import type { VersionsState } from "./useVersions";

export interface Version {
  id: string;
  version: number;
  text: string;
  isShipped: boolean;
  createdAt: string;
  staff: { id: string; name: string } | null;
}

interface VersionsProps {
  title: string;
  /** What is said now. */
  current: string;
  newest: number;
  versions: readonly Version[];
  state: VersionsState;
}

export function Versions({ title, current, newest, versions, state }: VersionsProps) {
  const { t } = useTranslation(["knowledge", "common"]);
  const [view, setView] = useState<"compare" | "read">("compare");
  return (
    <Drawer opened={state.isOpen} onClose={state.close} title={title} size="lg" closeButtonProps={{ "aria-label": t("common:actions.close") }}>
      <Stack>
        <SegmentedControl
          size="xs"
          aria-label={t("texts.view.label")}
          value={view}
          onChange={(value) => {
            setView(value === "read" ? "read" : "compare");
          }}
          data={(["compare", "read"] as const).map((value) => ({ value, label: t(`texts.view.${value}`) }))}
        />
        {versions.map((version) => (
          <VersionCard key={version.id} version={version} current={current} isNow={version.version === newest} view={view} state={state} />
        ))}
      </Stack>
    </Drawer>
  );
}

interface VersionCardProps {
  version: Version;
  current: string;
  isNow: boolean;
  view: "compare" | "read";
  state: VersionsState;
}

function VersionCard({ version, current, isNow, view, state }: VersionCardProps) {
  const { t } = useTranslation("knowledge");
  const { can } = useSession();
  const [isBusy, setIsBusy] = useState(false);
  return (
    <article className="card texts-version">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Title order={3} fz="sm">
              {t("texts.version", { version: version.version })}
            </Title>
            {isNow && <Badge tone="good">{t("texts.now")}</Badge>}
            {version.isShipped && <Badge tone="idle">{t("texts.shipped")}</Badge>}
          </Group>
          <Text fz="xs" className="muted">
            {version.staff ? <Words>{version.staff.name}</Words> : t("texts.byProgram")} · <When time={version.createdAt} />
          </Text>
        </div>
        {!isNow && can("knowledge:write") && (
          <Button
            size="xs"
            variant="default"
            loading={isBusy}
            onClick={() => {
              setIsBusy(true);
              void state.restore(version.version).finally(() => {
                setIsBusy(false);
              });
            }}
          >
            {t("texts.restore")}
            <span className="visually-hidden"> {t("texts.version", { version: version.version })}</span>
          </Button>
        )}
      </Group>
      <Text fz="sm" mt="xs" className="texts-told" component="div" dir="auto">
        {isNow || view === "read" ? version.text : <Compared before={version.text} after={current} />}
      </Text>
    </article>
  );
}

/** Against what is said now. The marks are read out too. */
function Compared({ before, after }: { before: string; after: string }) {
  return (
    <>
      {differences(before, after).map(({ kind, text }, place) => {
        if (kind === "removed") return <del key={place}>{text}</del>;
        return kind === "added" ? <ins key={place}>{text}</ins> : <span key={place}>{text}</span>;
      })}
    </>
  );
}
