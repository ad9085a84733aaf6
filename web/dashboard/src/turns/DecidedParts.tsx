// How something was decided: by whom, with which tools, what was held back, what it cost.

import { Anchor, Box, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { Badge } from "@/ui/Badge";
import { Code, Field, When, Words } from "@/ui/values";
import type { Decided } from "./documents";
import { GuardChanges, Hops, ToolCalls } from "./steps";

export function DecidedParts({ decided, time }: { decided: Decided; time?: string }) {
  const { t } = useTranslation("turns");
  const { actions, faqEntries, guardChanges, hops, toolCalls } = decided;
  return (
    <Stack gap="md">
      <Summary decided={decided} time={time} />
      {actions.length > 0 && (
        <Part title={t("actions")}>
          {actions.map((action) => (
            <Group key={action.id} component="li" gap={6}>
              <Text fz="sm">{t(`did.${action.kind}`)}</Text>
              {action.package && (
                <Text fz="sm" fw={600}>
                  {action.quantity !== null && action.quantity > 1 && `${String(action.quantity)} × `}
                  <Words>{action.package.name}</Words>
                </Text>
              )}
              {action.order && (
                <Anchor component={Link} to={`/orders/${action.order.id}`} fz="sm">
                  <Code>{action.order.number}</Code>
                </Anchor>
              )}
            </Group>
          ))}
        </Part>
      )}
      {guardChanges.length > 0 && (
        <Part title={t("guard")} advice={t("guardAdvice")}>
          <GuardChanges changes={guardChanges} />
        </Part>
      )}
      {toolCalls.length > 0 && (
        <Part title={t("tools")}>
          <ToolCalls calls={toolCalls} />
        </Part>
      )}
      {hops.length > 0 && (
        <Part title={t("hops")}>
          <Hops hops={hops} />
        </Part>
      )}
      {faqEntries && faqEntries.length > 0 && (
        <Part title={t("faq")}>
          {faqEntries.map(({ id, question }) => (
            <Box key={id} component="li" fz="sm">
              <Words>{question}</Words>
            </Box>
          ))}
        </Part>
      )}
    </Stack>
  );
}

function Summary({ decided, time }: { decided: Decided; time: string | undefined }) {
  const { t } = useTranslation("turns");
  const { t: common } = useTranslation();
  const format = useFormat();
  const { answeredWith, cost, guardChanges, hops, language, milliseconds, model, promptVersion } = decided;
  return (
    <Box>
      <Group gap={6} mb="xs">
        <Badge tone={answeredWith === "BUILT_IN" ? "idle" : "info"}>
          {answeredWith === "BUILT_IN" ? t("builtIn") : answeredWith}
        </Badge>
        {guardChanges.length > 0 && <Badge tone="warn">{t("heldBack", { count: guardChanges.length })}</Badge>}
        {hops.some(({ outcome }) => outcome !== "OK") && <Badge tone="warn">{t("failover")}</Badge>}
      </Group>
      <dl className="turn-facts">
        {model !== null && (
          <Field label={t("model")}>
            <Code>{model}</Code>
          </Field>
        )}
        {promptVersion !== null && (
          <Field label={t("prompt")}>{promptVersion === 0 ? t("shipped") : t("version", { version: promptVersion })}</Field>
        )}
        <Field label={t("took")}>{format.duration(milliseconds / 1000)}</Field>
        {hops.length > 0 && (
          <Field label={t("cost")}>
            {cost.length === 0 ? t("noPrice") : cost.map((money) => format.money(money, { fine: true })).join(" + ")}
          </Field>
        )}
        {language !== null && (
          <Field label={common("fields.language")}>
            {common(`languages.${language}` as "languages.en", { defaultValue: language })}
          </Field>
        )}
        {time !== undefined && (
          <Field label={common("fields.when")}>
            <When time={time} />
          </Field>
        )}
      </dl>
    </Box>
  );
}

function Part({ title, advice, children }: { title: string; advice?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} className="turn-heading">
        {title}
      </Title>
      {advice && (
        <Text fz="xs" className="muted" mb={6}>
          {advice}
        </Text>
      )}
      <Stack component="ul" gap={6} className="turn-list">
        {children}
      </Stack>
    </section>
  );
}
