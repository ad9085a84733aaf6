// The single steps of a turn: requests to providers, tools, and sentences that the guard held back.

import { Box, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Badge } from "@/ui/Badge";
import { Code, Words } from "@/ui/values";
import type { Decided } from "./documents";

export function Hops({ hops }: { hops: Decided["hops"] }) {
  const { t } = useTranslation("turns");
  const format = useFormat();
  return hops.map(({ id, cost, milliseconds, model, outcome, provider, providerType, tokensRead, tokensWritten }) => (
    <Box key={id} component="li" className="turn-step">
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text fz="sm" fw={600} className="clip">
          <Words>{provider?.name ?? providerType}</Words>
        </Text>
        <Badge tone={outcome === "OK" ? "good" : "bad"}>
          {t(`outcomes.${outcome}` as "outcomes.OK", { defaultValue: outcome })}
        </Badge>
      </Group>
      <Text fz="xs" className="muted num">
        <Code>{model}</Code> · {format.duration(milliseconds / 1000)}
        {tokensRead !== null && tokensWritten !== null && (
          <> · {t("tokens", { read: format.number(tokensRead), written: format.number(tokensWritten) })}</>
        )}
        {cost && <> · {format.money(cost, { fine: true })}</>}
      </Text>
    </Box>
  ));
}

export function ToolCalls({ calls }: { calls: Decided["toolCalls"] }) {
  const { t } = useTranslation("turns");
  return calls.map(({ id, arguments: given, isRefused, refusal, tool }) => (
    <Box key={id} component="li" className="turn-step">
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text fz="sm" ff="monospace" className="clip" dir="ltr">
          {tool}
        </Text>
        {isRefused && <Badge tone="warn">{t("refused")}</Badge>}
      </Group>
      {hasContent(given) && (
        <Text fz="xs" className="muted turn-text turn-code" ff="monospace" dir="ltr">
          {JSON.stringify(given)}
        </Text>
      )}
      {refusal && (
        <Text fz="xs">
          <Words>{refusal}</Words>
        </Text>
      )}
    </Box>
  ));
}

export function GuardChanges({ changes }: { changes: Decided["guardChanges"] }) {
  const { t } = useTranslation("turns");
  return changes.map(({ id, claim, kind, replacement, sentence }) => (
    <Box key={id} component="li" className="turn-step">
      <Group gap={6}>
        <Badge tone="warn">{t(`claims.${kind}`)}</Badge>
        <Text fz="sm" fw={600}>
          <Words>{claim}</Words>
        </Text>
      </Group>
      <Text fz="sm" className="turn-text" mt={4}>
        <span className="visually-hidden">{t("itWrote")} </span>
        <del>
          <Words>{sentence}</Words>
        </del>
      </Text>
      <Text fz="sm" className="turn-text">
        <span className="visually-hidden">{t("wasSaid")} </span>
        <Words>{replacement || t("nothingInstead")}</Words>
      </Text>
    </Box>
  ));
}

function hasContent(given: unknown): boolean {
  return typeof given === "object" && given !== null && Object.keys(given).length > 0;
}
