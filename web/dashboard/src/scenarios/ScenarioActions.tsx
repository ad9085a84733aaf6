// What can be done with a scenario.

import { ActionIcon, Button, Menu } from "@mantine/core";
import { EllipsisVertical, Pencil, Play, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useConfirm } from "@/ui/confirm";
import { useFilter } from "@/ui/paging";
import { useTell } from "@/ui/problems";
import { useKept } from "@/ui/useKept";
import { AssistantSelect } from "./AssistantSelect";
import { DELETE_SCENARIO } from "./changes";
import type { Script } from "./documents";
import { ScenarioForm } from "./script/ScenarioForm";
import { useChoice, useRunner } from "./useRunning";

export function ScenarioActions({ scenario }: { scenario: Script }) {
  const { t } = useTranslation(["scenarios", "common"]);
  const { can } = useSession();
  const tell = useTell();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const [, setParameters] = useSearchParams();
  const [edited, setEdited] = useFilter("edit");
  const form = useKept(edited);
  const [choice, setChoice] = useChoice();
  const { run } = useRunner(choice);
  const [remove] = useChange(DELETE_SCENARIO);
  if (!can("scenarios:write")) return null;
  const { id, name } = scenario;

  const start = async () => {
    const started = await run(id);
    if (started !== null) setParameters({ run: started });
  };
  const deleteIt = async () => {
    const isSure = await confirm({
      title: t("deleteSure", { name }),
      text: t("deleteText"),
      action: t("common:actions.delete"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem } = await remove({ input: { id, idempotencyKey: newKey() } });
    if (problem) {
      tell.problem(problem);
      return;
    }
    tell.done(t("deleted", { name }));
    await navigate("/scenarios", { replace: true });
  };
  return (
    <>
      <AssistantSelect choice={choice} onChange={setChoice} />
      <Button leftSection={<Play size={15} aria-hidden />} onClick={() => void start()}>
        {t("run")}
      </Button>
      <Button
        variant="default"
        leftSection={<Pencil size={15} aria-hidden />}
        onClick={() => {
          setEdited("1");
        }}
      >
        {t("common:actions.edit")}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t("common:actions.more")}>
            <EllipsisVertical size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<Trash2 size={15} aria-hidden />} onClick={() => void deleteIt()}>
            {t("common:actions.delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ScenarioForm
        key={form.times}
        script={scenario}
        isOpen={form.isOpen}
        onClose={() => {
          setEdited(null);
        }}
      />
    </>
  );
}
