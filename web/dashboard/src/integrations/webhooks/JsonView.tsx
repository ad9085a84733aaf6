// A body as it is sent, laid out to be read.

import { Button, Code, CopyButton, Group, Text } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";

export function JsonView({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <Text component="h3" fz="sm" fw={600}>
          {title}
        </Text>
        {/* What is signed is the body to the letter, so that is what is copied. */}
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="default"
              onClick={copy}
              leftSection={copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
            >
              {copied ? t("actions.copied") : t("actions.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="json-view" tabIndex={0} role="region" aria-label={title}>
        <Code block dir="ltr">
          {laidOut(text)}
        </Code>
      </div>
    </div>
  );
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
