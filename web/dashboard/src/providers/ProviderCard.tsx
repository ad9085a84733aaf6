// A provider in its place: whether it would be asked now, what it used of today, and trying it out.

import { ActionIcon, Button, Group, Menu, Progress, Stack, Text } from "@mantine/core";
import { ArrowDown, ArrowUp, CircleCheck, CircleX, Coins, MoreHorizontal, Pencil, Power, Trash2, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { useFilter } from "@/ui/paging";
import type { Steps } from "@/ui/SortableList";
import { Code, Words } from "@/ui/values";
import type { Provider, Tested } from "./documents";
import { PriceText } from "./PriceText";
import { useProviderActions } from "./useProviderActions";
import { TONES, useExplained, useOutcome } from "./words";

interface ProviderCardProps {
  provider: Provider;
  kind: string;
  handle: ReactNode;
  steps: Steps;
}

export function ProviderCard({ provider, kind, handle, steps }: ProviderCardProps) {
  const { t } = useTranslation("providers");
  const { can } = useSession();
  const actions = useProviderActions(provider);
  const explained = useExplained(provider);
  return (
    <article className="card provider" data-state={provider.state} aria-labelledby={`provider-${provider.id}`}>
      <div className="provider-place">{handle}</div>
      <Stack gap="sm" miw={0} flex={1}>
        <div>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Group gap="xs" miw={0}>
              <Text component="h2" fz="md" fw={640} id={`provider-${provider.id}`} style={{ overflowWrap: "anywhere" }}>
                <Words>{provider.name}</Words>
              </Text>
              {provider.state !== null && <Badge tone={TONES[provider.state]}>{t(`state.${provider.state}`)}</Badge>}
            </Group>
            {can("providers:write") && (
              <Group gap={4} wrap="nowrap">
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<Zap size={14} aria-hidden />}
                  loading={actions.isTesting}
                  disabled={!provider.hasKey}
                  onClick={() => void actions.test()}
                  aria-label={t("test.label", { name: provider.name })}
                >
                  {t("test.button")}
                </Button>
                <More provider={provider} steps={steps} actions={actions} />
              </Group>
            )}
          </Group>
          <Text fz="sm" className="muted" style={{ overflowWrap: "anywhere" }}>
            {kind} · <bdi dir="ltr">{provider.model}</bdi>
            {provider.keyEnding !== "" && (
              <>
                {" · "}
                {t("key")} <Code>…{provider.keyEnding}</Code>
              </>
            )}
          </Text>
        </div>
        {explained !== null && (
          <Text fz="sm" className={provider.state === "NEEDS_PERSON" || provider.state === "NO_KEY" ? "provider-trouble" : "muted"}>
            {explained}
          </Text>
        )}
        <div className="provider-figures">
          <Use provider={provider} />
          <div>
            <Text fz="xs" className="muted">
              {t("price.perMillion")}
            </Text>
            <PriceText prices={provider.prices} />
          </div>
        </div>
        <div role="status" className="provider-status">{actions.tested && <Outcome tested={actions.tested} />}</div>
      </Stack>
    </article>
  );
}

function Use({ provider: { usedToday, dailyLimit } }: { provider: Provider }) {
  const { t } = useTranslation("providers");
  const format = useFormat();
  const used = usedToday ?? 0;
  const share = dailyLimit === null ? 0 : dailyLimit === 0 ? 100 : Math.min(100, (used / dailyLimit) * 100);
  return (
    <div>
      <Text fz="xs" className="muted">
        {t("use.today")}
      </Text>
      <Text fz="sm" fw={560} className="num">
        {dailyLimit === null
          ? t("use.unlimited", { used: format.number(used) })
          : t("use.of", { used: format.number(used), limit: format.number(dailyLimit) })}
      </Text>
      {dailyLimit !== null && (
        <Progress mt={4} size="sm" maw={280} value={share} color={share >= 100 ? "orange" : "brand"} aria-label={t("use.today")} />
      )}
    </div>
  );
}

function Outcome({ tested }: { tested: Tested }) {
  const { t } = useTranslation("providers");
  const format = useFormat();
  const outcome = useOutcome();
  const Icon = tested.isWorking ? CircleCheck : CircleX;
  const parts = [
    t("test.took", { milliseconds: format.number(tested.milliseconds) }),
    ...(tested.tokensRead === null || tested.tokensWritten === null
      ? []
      : [t("test.tokens", { read: format.number(tested.tokensRead), written: format.number(tested.tokensWritten) })]),
  ];
  return (
    <Group gap={8} wrap="nowrap" className="provider-outcome" data-working={tested.isWorking}>
      <Icon size={18} aria-hidden />
      <Text fz="sm">
        <b>{outcome(tested.outcome)}</b> <span className="muted num">{parts.join(" · ")}</span>
      </Text>
    </Group>
  );
}

interface MoreProps {
  provider: Provider;
  steps: Steps;
  actions: ReturnType<typeof useProviderActions>;
}

function More({ provider, steps, actions }: MoreProps) {
  const { t } = useTranslation(["providers", "common"]);
  const [, edit] = useFilter("edit");
  const [, price] = useFilter("price");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={30} aria-label={t("more", { name: provider.name })}>
          <MoreHorizontal size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Pencil size={16} aria-hidden />}
          onClick={() => {
            edit(provider.id);
          }}
        >
          {t("common:actions.edit")}
        </Menu.Item>
        <Menu.Item
          leftSection={<Coins size={16} aria-hidden />}
          onClick={() => {
            price(provider.id);
          }}
        >
          {t("price.button")}
        </Menu.Item>
        <Menu.Item leftSection={<Power size={16} aria-hidden />} onClick={() => void actions.switchTo(!provider.isActive)}>
          {provider.isActive ? t("switchOff") : t("switchOn")}
        </Menu.Item>
        {(steps.up ?? steps.down) !== undefined && <Menu.Divider />}
        {steps.up && (
          <Menu.Item leftSection={<ArrowUp size={16} aria-hidden />} onClick={steps.up}>
            {t("earlier")}
          </Menu.Item>
        )}
        {steps.down && (
          <Menu.Item leftSection={<ArrowDown size={16} aria-hidden />} onClick={steps.down}>
            {t("later")}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Trash2 size={16} aria-hidden />} onClick={() => void actions.remove()}>
          {t("common:actions.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
