// The frame of a page: its title in the tab and on top, what it is for, and what one can do on it.

import { Anchor, Box, Group, Stack, Text, Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { Link } from "react-router";
import { useSession } from "@/session/session";

export interface PageProps {
  title: string;
  description?: ReactNode;
  /** Buttons, at the end of the title's line. */
  actions?: ReactNode;
  /** Where the page belongs, e.g. the list of an entry. */
  parent?: { to: string; label: string };
  /** In pixels; tables may want more than texts. */
  width?: number;
  children: ReactNode;
}

export function useTitle(title: string): void {
  const { businessName } = useSession().settings;
  useEffect(() => {
    document.title = `${title} · ${businessName || "Parley"}`;
  }, [title, businessName]);
}

export function Page({ title, description, actions, parent, width = 1360, children }: PageProps) {
  useTitle(title);
  return (
    <Stack p={{ base: "md", md: "xl" }} gap="lg" maw={width} mx="auto">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box miw={0}>
          {parent && (
            <Anchor component={Link} to={parent.to} fz="sm" c="var(--app-muted)">
              {parent.label}
            </Anchor>
          )}
          <Title order={1}>{title}</Title>
          {description && (
            <Text className="muted" fz="sm" maw={720}>
              {description}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

/** A part of a page with a heading of its own. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Box component="section" className="card" p="md" aria-label={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{title}</Title>
        {aside}
      </Group>
      {children}
    </Box>
  );
}
