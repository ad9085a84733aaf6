// One of the parts beside a chat.

import { Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="chat-part" aria-label={title}>
      <Group justify="space-between" mb={8} gap="xs" wrap="nowrap">
        <Title order={3} className="chat-part-title">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  );
}
