// The script of a scenario, to be read.

import { Box, Group, SimpleGrid, Text } from "@mantine/core";
import { Ear, Receipt } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/ui/Badge";
import { Section } from "@/ui/Page";
import { Field, Words } from "@/ui/values";
import type { Script } from "../documents";

export function ScriptView({ script }: { script: Script }) {
  const { t } = useTranslation(["scenarios", "common"]);
  const { forbidden, language, steps } = script;
  return (
    <div className="script">
      <Section title={t("script.steps")}>
        <ol className="script-list">
          {steps.map(({ id, hears, says, sends }, place) => (
            <li key={id} className="script-step">
              <Text fz="xs" className="muted" mb={4}>
                {t("script.step", { number: place + 1 })}
              </Text>
              <div className="script-said">
                {sends === null ? (
                  <Words>{says}</Words>
                ) : (
                  <span className="transcript-file">
                    <Receipt size={16} aria-hidden /> {t(`sends.${sends}`)}
                  </span>
                )}
              </div>
              {hears.length > 0 && (
                <Group gap={6} mt={8}>
                  <Ear size={15} aria-hidden className="muted" />
                  <Text fz="xs" className="muted">
                    {t("script.mustHear")}
                  </Text>
                  {hears.map((words) => (
                    <Badge key={words} tone="info">
                      <bdi>{words}</bdi>
                    </Badge>
                  ))}
                </Group>
              )}
            </li>
          ))}
        </ol>
      </Section>
      <Box className="script-side">
        <Section title={t("script.expected")}>
          <Expected script={script} />
        </Section>
        <Section title={t("script.rules")}>
          <SimpleGrid component="dl" cols={1} m={0} spacing="sm">
            <Field label={t("script.language")}>
              {t(`common:languages.${language}` as "common:languages.en", { defaultValue: language })}
            </Field>
            <Field label={t("script.forbidden")}>
              {forbidden.length === 0 ? (
                t("common:fields.none")
              ) : (
                <Group gap={4}>
                  {forbidden.map((words) => (
                    <Badge key={words} tone="bad">
                      <bdi>{words}</bdi>
                    </Badge>
                  ))}
                </Group>
              )}
            </Field>
          </SimpleGrid>
        </Section>
      </Box>
    </div>
  );
}

function Expected({ script: { expected } }: { script: Script }) {
  const { t } = useTranslation(["scenarios", "common", "orders"]);
  const { answeredBy, isOptedOut, language, orders, orderStatus, quantity } = expected;
  const wanted = [
    ["orders", orders],
    ["orderStatus", orderStatus === null ? null : t(`orders:status.${orderStatus}`)],
    ["package", expected.package],
    ["quantity", quantity],
    ["answeredBy", answeredBy === null ? null : t(`answeredBy.${answeredBy}`)],
    ["language", language === null ? null : t(`common:languages.${language}` as "common:languages.en", { defaultValue: language })],
    ["isOptedOut", isOptedOut === null ? null : t(isOptedOut ? "yes" : "no")],
  ] as const;
  const known = wanted.filter(([, value]) => value !== null);
  if (known.length === 0) {
    return (
      <Text fz="sm" className="muted">
        {t("script.nothingExpected")}
      </Text>
    );
  }
  return (
    <SimpleGrid component="dl" cols={2} m={0} spacing="sm">
      {known.map(([name, value]) => (
        <Field key={name} label={t(`expected.${name}`)}>
          <Words>{value}</Words>
        </Field>
      ))}
    </SimpleGrid>
  );
}
