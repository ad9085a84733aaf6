// One way to pay: what customers read of it, and whether they do.

import { ActionIcon, Menu, Switch, Text, ThemeIcon, Title, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp, Ellipsis, EyeOff, Pencil, Trash2 } from "lucide-react";
import { startTransition, useOptimistic, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { useTell } from "@/ui/problems";
import type { Steps } from "@/ui/SortableList";
import { Code, Copyable, Words } from "@/ui/values";
import { METHOD_UPDATE, type Method } from "./documents";
import { KIND_ICONS } from "./kinds";

interface MethodCardProps {
  method: Method;
  handle: ReactNode;
  steps: Steps;
  onEdit: () => void;
  onDelete: () => void;
}

export function MethodCard({ method, handle, steps, onEdit, onDelete }: MethodCardProps) {
  const { can } = useSession();
  const Icon = KIND_ICONS[method.kind];
  const mayWrite = can("payments:write");
  const name = <Words>{method.label}</Words>;
  return (
    <article className="card payments-card" data-off={!method.isActive || undefined} aria-labelledby={`method-${method.id}`}>
      {handle}
      <ThemeIcon size={40} radius="md" variant="light" color={method.isActive ? "brand" : "gray"}>
        <Icon size={20} aria-hidden />
      </ThemeIcon>
      <div className="payments-words">
        <Title order={2} fz="md" id={`method-${method.id}`}>
          {mayWrite ? (
            <UnstyledButton className="payments-name" onClick={onEdit}>
              {name}
            </UnstyledButton>
          ) : (
            name
          )}
        </Title>
        <Text fz="sm" className="muted">
          <Words>{method.payeeName}</Words>
          {method.bankName && (
            <>
              {" · "}
              <Words>{method.bankName}</Words>
            </>
          )}
          {" · "}
          <Code>{method.currency}</Code>
        </Text>
      </div>
      <AccountNumber method={method} />
      <ActiveSwitch method={method} />
      {mayWrite && <MethodMenu name={method.label} steps={steps} onEdit={onEdit} onDelete={onDelete} />}
    </article>
  );
}

function AccountNumber({ method }: { method: Method }) {
  const { t } = useTranslation("payments");
  const { can } = useSession();
  return (
    <div className="payments-number">
      {can("payments:numbers") && method.accountNumber != null ? (
        <Copyable value={method.accountNumber} label={`${method.label}, ${t("fields.accountNumber")}`}>
          <Text fz="sm" fw={560}>
            <Code>{method.accountNumber}</Code>
          </Text>
        </Copyable>
      ) : (
        <Text fz="sm" className="muted payments-hidden">
          <EyeOff size={14} aria-hidden /> {t("numberHidden")}
        </Text>
      )}
    </div>
  );
}

function ActiveSwitch({ method }: { method: Method }) {
  const { t } = useTranslation("payments");
  const { can } = useSession();
  const tell = useTell();
  const [update] = useChange(METHOD_UPDATE);
  const [isActive, setActive] = useOptimistic(method.isActive);
  const word = t(isActive ? "active" : "inactive");
  if (!can("payments:write")) return <Badge tone={isActive ? "good" : "idle"}>{word}</Badge>;
  return (
    <Switch
      className="payments-switch"
      size="sm"
      checked={isActive}
      aria-label={t("activeOf", { name: method.label })}
      label={<span aria-hidden>{word}</span>}
      withThumbIndicator={false}
      onChange={({ currentTarget: { checked } }) => {
        startTransition(async () => {
          setActive(checked);
          const input = { id: method.id, changes: { isActive: checked }, idempotencyKey: newKey() };
          const { problem } = await update({ input, numbers: can("payments:numbers") });
          if (problem) tell.problem(problem);
        });
      }}
    />
  );
}

interface MethodMenuProps {
  name: string;
  steps: Steps;
  onEdit: () => void;
  onDelete: () => void;
}

function MethodMenu({ name, steps, onEdit, onDelete }: MethodMenuProps) {
  const { t } = useTranslation(["payments", "common"]);
  return (
    <Menu position="bottom-end" width={190} withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`${t("common:actions.more")}: ${name}`}>
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={15} aria-hidden />} onClick={onEdit}>
          {t("common:actions.edit")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<ArrowUp size={15} aria-hidden />} disabled={!steps.up} onClick={steps.up}>
          {t("common:sort.up")}
        </Menu.Item>
        <Menu.Item leftSection={<ArrowDown size={15} aria-hidden />} disabled={!steps.down} onClick={steps.down}>
          {t("common:sort.down")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Trash2 size={15} aria-hidden />} onClick={onDelete}>
          {t("delete.button")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
