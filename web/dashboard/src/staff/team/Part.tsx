// A part of what is told of a person.

import { Box, Title } from "@mantine/core";
import type { ReactNode } from "react";

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" className="team-part" aria-label={title}>
      <Title order={3} fz="sm" mb="xs">
        {title}
      </Title>
      {children}
    </Box>
  );
}
