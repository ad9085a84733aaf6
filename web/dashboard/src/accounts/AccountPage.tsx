// One number: its link with the phone, live; its health; and how it is set up.

import { Button, Menu, Skeleton } from "@mantine/core";
import { FlaskConical, MoreHorizontal, Pencil, Smartphone, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { Connection } from "./Connection";
import { DeleteAccount } from "./DeleteAccount";
import type { Account } from "./documents";
import { Health } from "./Health";
import { RenameAccount } from "./RenameAccount";
import { SetUp } from "./SetUp";
import { useAccount } from "./useAccount";
import { useAccountActions } from "./useAccountActions";
import "./accounts.css";

export default function AccountPage() {
  const { t } = useTranslation(["accounts", "common"]);
  const { id = "" } = useParams();
  const { account, isLoading, problem, refresh } = useAccount(id);
  const parent = { to: "/accounts", label: t("title") };
  if (account == null || account.deletedAt !== null) {
    return (
      <Page title={account?.name ?? t("one")} parent={parent}>
        {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
        {isLoading && <Skeleton h={420} radius="lg" />}
        {account !== undefined && (
          <div className="card">
            <EmptyState icon={Smartphone} title={t("gone.title")} advice={t("gone.advice")} />
          </div>
        )}
      </Page>
    );
  }
  return (
    <Page
      title={account.name}
      parent={parent}
      description={[t(`kinds.${account.kind}`), ...(account.isDefault ? [t("default.means")] : [])].join(" · ")}
      actions={<Actions account={account} />}
    >
      <div className="account-columns">
        <Connection account={account} />
        <div style={{ display: "grid", gap: 16 }}>
          <Health account={account} />
          <SetUp account={account} />
        </div>
      </div>
    </Page>
  );
}

function Actions({ account }: { account: Account }) {
  const { t } = useTranslation(["accounts", "common"]);
  const { can } = useSession();
  const { makeDefault } = useAccountActions(account);
  const [open, setOpen] = useState<"rename" | "delete" | null>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      {account.isSimulated && can("simulator:use") && (
        <Button
          component={Link}
          to={`/simulator?account=${account.id}`}
          variant="default"
          leftSection={<FlaskConical size={16} aria-hidden />}
        >
          {t("tryOut")}
        </Button>
      )}
      {can("accounts:write") && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={t("common:actions.more")}>
              <MoreHorizontal size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<Pencil size={16} aria-hidden />}
              onClick={() => {
                setOpen("rename");
              }}
            >
              {t("rename.button")}
            </Menu.Item>
            {!account.isDefault && (
              <Menu.Item leftSection={<Star size={16} aria-hidden />} onClick={() => void makeDefault()}>
                {t("default.make")}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<Trash2 size={16} aria-hidden />}
              onClick={() => {
                setOpen("delete");
              }}
            >
              {t("delete.button")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <RenameAccount key={`rename-${account.name}`} account={account} isOpen={open === "rename"} onClose={close} />
      {open === "delete" && <DeleteAccount account={account} onClose={close} />}
    </>
  );
}
