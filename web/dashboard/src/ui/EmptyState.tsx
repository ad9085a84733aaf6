// What a list shows while there is nothing in it: why that is so, and what one can do.

import { Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  advice?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, advice, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <ThemeIcon size={48} radius="xl" variant="light" color="gray">
        <Icon size={24} aria-hidden />
      </ThemeIcon>
      <Title order={2} fz="md">
        {title}
      </Title>
      {advice && (
        <Text className="muted" fz="sm" maw={440}>
          {advice}
        </Text>
      )}
      {action}
    </Stack>
  );
}
