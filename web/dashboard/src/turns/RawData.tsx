// What is kept as it is: for those who want to see all of it.

import { Code, CopyButton, Group, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function RawData({ title, data }: { title: string; data: unknown }) {
  const { t } = useTranslation();
  if (data == null) return null;
  const text = JSON.stringify(data, null, 2);
  return (
    <details className="turn-raw">
      <summary>{title}</summary>
      <Group justify="flex-end" mb={4}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <UnstyledButton fz="xs" className="muted turn-copy" onClick={copy}>
              {copied ? t("actions.copied") : t("actions.copy")}
            </UnstyledButton>
          )}
        </CopyButton>
      </Group>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="turn-json" tabIndex={0} role="region" aria-label={title}>
        <Code block dir="ltr">
          {text}
        </Code>
      </div>
    </details>
  );
}
