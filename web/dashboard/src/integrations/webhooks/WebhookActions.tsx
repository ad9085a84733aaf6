// What can be done with a webhook.

import { ActionIcon, Button, Menu } from "@mantine/core";
import { EllipsisVertical, KeyRound, Pause, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useConfirm } from "@/ui/confirm";
import { useFilter } from "@/ui/paging";
import { useTell } from "@/ui/problems";
import { useKept } from "@/ui/useKept";
import { DELETE_WEBHOOK, ROTATE_SECRET } from "./changes";
import type { Webhook } from "./documents";
import { SecretShown } from "./SecretShown";
import { usePausing } from "./usePausing";
import { WebhookForm } from "./WebhookForm";

export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(["integrations", "common"]);
  const tell = useTell();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const [edited, setEdited] = useFilter("edit");
  const form = useKept(edited);
  const { isBusy, pause } = usePausing(webhook);
  const [rotate] = useChange(ROTATE_SECRET);
  const [remove] = useChange(DELETE_WEBHOOK);
  const [rotated, setRotated] = useState<{ secret: string | null } | null>(null);
  const { id, name, state } = webhook;

  const rotateSecret = async () => {
    if (!(await confirm({ title: t("secret.sure", { name }), text: t("secret.sureText"), action: t("secret.rotate") }))) return;
    const { payload, problem } = await rotate({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else setRotated(payload);
  };
  const deleteIt = async () => {
    const isSure = await confirm({
      title: t("webhooks.deleteSure", { name }),
      text: t("webhooks.deleteText"),
      action: t("common:actions.delete"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem } = await remove({ input: { id, idempotencyKey: newKey() } });
    if (problem) {
      tell.problem(problem);
      return;
    }
    tell.done(t("webhooks.deleted", { name }));
    await navigate("/integrations?tab=webhooks", { replace: true });
  };
  return (
    <>
      {state === "ACTIVE" && (
        <Button variant="default" leftSection={<Pause size={16} aria-hidden />} loading={isBusy} onClick={() => void pause()}>
          {t("paused.pause")}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<Pencil size={16} aria-hidden />}
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
          <Menu.Item leftSection={<KeyRound size={15} aria-hidden />} onClick={() => void rotateSecret()}>
            {t("secret.rotate")}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<Trash2 size={15} aria-hidden />} onClick={() => void deleteIt()}>
            {t("common:actions.delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <WebhookForm
        key={form.times}
        webhook={webhook}
        isOpen={form.isOpen}
        onClose={() => {
          setEdited(null);
        }}
      />
      {rotated && (
        <SecretShown
          secret={rotated.secret}
          isRotated
          onClose={() => {
            setRotated(null);
          }}
        />
      )}
    </>
  );
}
