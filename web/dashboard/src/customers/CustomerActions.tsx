// What can be done about a customer; whoever may do nothing sees nothing.

import { Button, Menu } from "@mantine/core";
import { Ban, Ellipsis, Eraser, FolderDown, History, Merge, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { ArchiveDialog } from "./ArchiveDialog";
import { BlockDrawer } from "./BlockDrawer";
import { UNBLOCK } from "./changes";
import type { CustomerProfile } from "./documents";
import { EraseDialog } from "./EraseDialog";
import { MergeDrawer } from "./MergeDrawer";
import { called } from "./words";

type Opened = "block" | "merge" | "archive" | "erase";

export function CustomerActions({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const { can } = useSession();
  const [opened, setOpened] = useState<Opened>();
  const close = () => {
    setOpened(undefined);
  };
  const mayWrite = can("customers:write") && customer.mergedInto === null;
  const mayErase = can("customers:erase");
  return (
    <>
      {mayWrite &&
        (customer.blockedAt === null ? (
          <Button
            variant="default"
            leftSection={<Ban size={16} aria-hidden />}
            onClick={() => {
              setOpened("block");
            }}
          >
            {t("block.action")}
          </Button>
        ) : (
          <UnblockButton customer={customer} />
        ))}
      {(mayWrite || mayErase || can("audit:read")) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={t("common:actions.more")}>
              <Ellipsis size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {can("audit:read") && (
              <Menu.Item
                component={Link}
                to={`/audit?thing=${encodeURIComponent(customer.id)}`}
                leftSection={<History size={16} aria-hidden />}
              >
                {t("history")}
              </Menu.Item>
            )}
            {mayWrite && (
              <Menu.Item
                leftSection={<Merge size={16} aria-hidden />}
                onClick={() => {
                  setOpened("merge");
                }}
              >
                {t("merge.open")}
              </Menu.Item>
            )}
            {mayErase && (
              <>
                <Menu.Item
                  leftSection={<FolderDown size={16} aria-hidden />}
                  onClick={() => {
                    setOpened("archive");
                  }}
                >
                  {t("archive.open")}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item
                  color="red"
                  leftSection={<Eraser size={16} aria-hidden />}
                  onClick={() => {
                    setOpened("erase");
                  }}
                >
                  {t("erase.open")}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <BlockDrawer customer={customer} isOpen={opened === "block"} onClose={close} />
      <MergeDrawer customer={customer} isOpen={opened === "merge"} onClose={close} />
      {opened === "archive" && <ArchiveDialog customer={customer} onClose={close} />}
      {opened === "erase" && <EraseDialog customer={customer} onClose={close} />}
    </>
  );
}

function UnblockButton({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const confirm = useConfirm();
  const tell = useTell();
  const [unblock, isBusy] = useChange(UNBLOCK);
  const ask = async () => {
    const name = called(customer, t);
    const isSure = await confirm({ title: t("unblock.title", { name }), text: t("unblock.text"), action: t("unblock.action") });
    if (!isSure) return;
    const { problem } = await unblock({ input: { id: customer.id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("unblock.done", { name }));
  };
  return (
    <Button variant="default" leftSection={<Undo2 size={16} aria-hidden />} loading={isBusy} onClick={() => void ask()}>
      {t("unblock.action")}
    </Button>
  );
}
