// The columns of the table of keys, and what can be done with one.

import { ActionIcon, Box, Menu, Text } from "@mantine/core";
import { Ban, EllipsisVertical, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { Badge } from "@/ui/Badge";
import { useConfirm } from "@/ui/confirm";
import type { Column } from "@/ui/DataTable";
import { useTell } from "@/ui/problems";
import { Ago, Code, useNow, When, Words } from "@/ui/values";
import { REVOKE_KEY, type ApiKey } from "./documents";
import { Scopes } from "./Scopes";

export function useKeyColumns({ isRevoked, onEdit }: { isRevoked: boolean; onEdit: (id: string) => void }): Column<ApiKey>[] {
  const { t } = useTranslation(["integrations", "common"]);
  const now = useNow();
  const name: Column<ApiKey> = {
    key: "name",
    header: t("common:fields.name"),
    render: (key) => (
      <Box miw={120}>
        <Text fz="sm" fw={600} className="integrations-name">
          <Words>{key.name}</Words>
        </Text>
        <Text fz="xs" className="muted" ff="monospace">
          <Code>{key.prefix}…</Code>
        </Text>
        <Box hiddenFrom="sm" mt={4}>
          <Scopes scopes={key.scopes} />
        </Box>
      </Box>
    ),
  };
  const scopes: Column<ApiKey> = {
    key: "scopes",
    header: t("keys.access"),
    from: "sm",
    render: (key) => <Scopes scopes={key.scopes} />,
  };
  const madeBy: Column<ApiKey> = {
    key: "by",
    header: t("madeBy"),
    from: "lg",
    render: ({ createdAt, createdBy }) => (
      <>
        <Text fz="sm">{createdBy ? <Words>{createdBy.name}</Words> : t("byProgram")}</Text>
        <Text fz="xs" className="muted">
          <When time={createdAt} />
        </Text>
      </>
    ),
  };
  const used: Column<ApiKey> = {
    key: "used",
    header: t("keys.lastUsed"),
    render: ({ lastUsedAt }) => (
      <Text fz="sm" className="muted">
        {lastUsedAt === null ? t("keys.neverUsed") : <Ago time={lastUsedAt} />}
      </Text>
    ),
  };
  if (isRevoked) {
    const revoked: Column<ApiKey> = {
      key: "revoked",
      header: t("keys.revokedAt"),
      from: "sm",
      render: ({ revokedAt }) => <Text fz="sm">{revokedAt !== null && <When time={revokedAt} />}</Text>,
    };
    return [name, scopes, madeBy, used, revoked];
  }
  const ends: Column<ApiKey> = {
    key: "ends",
    header: t("keys.expires"),
    from: "md",
    render: ({ expiresAt }) => {
      if (expiresAt === null) return <Text fz="sm">{t("keys.ends.never")}</Text>;
      if (Date.parse(expiresAt) <= now) return <Badge tone="bad">{t("keys.expired")}</Badge>;
      return (
        <Text fz="sm">
          <Ago time={expiresAt} />
        </Text>
      );
    },
  };
  const actions: Column<ApiKey> = {
    key: "actions",
    header: t("actions"),
    align: "end",
    width: 60,
    render: (key) => <KeyMenu apiKey={key} onEdit={onEdit} />,
  };
  return [name, scopes, madeBy, used, ends, actions];
}

function KeyMenu({ apiKey: { id, name }, onEdit }: { apiKey: ApiKey; onEdit: (id: string) => void }) {
  const { t } = useTranslation(["integrations", "common"]);
  const tell = useTell();
  const confirm = useConfirm();
  const [revoke] = useChange(REVOKE_KEY);
  const end = async () => {
    const isSure = await confirm({
      title: t("keys.revokeSure", { name }),
      text: t("keys.revokeText"),
      action: t("keys.revoke"),
      isDangerous: true,
    });
    if (!isSure) return;
    const { problem } = await revoke({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("keys.revoked", { name }));
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`${t("common:actions.more")}: ${name}`}>
          <EllipsisVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Pencil size={15} aria-hidden />}
          onClick={() => {
            onEdit(id);
          }}
        >
          {t("common:actions.edit")}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<Ban size={15} aria-hidden />} onClick={() => void end()}>
          {t("keys.revoke")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
