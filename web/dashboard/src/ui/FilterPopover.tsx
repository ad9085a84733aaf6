// A filter that opens on a press; its button says how much of it is chosen.

import { Badge, Button, Popover, Stack } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

export interface FilterPopoverProps {
  label: string;
  /** How many values of it are chosen. */
  count: number;
  width?: number;
  children: ReactNode;
}

export function FilterPopover({ label, count, width = 260, children }: FilterPopoverProps) {
  return (
    <Popover position="bottom-start" width={width} trapFocus shadow="md" radius="md">
      <Popover.Target>
        <Button
          size="sm"
          variant="default"
          fw={520}
          rightSection={
            count > 0 ? (
              <Badge size="sm" circle variant="filled">
                {count}
              </Badge>
            ) : (
              <ChevronDown size={14} aria-hidden />
            )
          }
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
