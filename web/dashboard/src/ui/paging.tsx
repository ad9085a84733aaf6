// Lists page by page, by cursors that the address keeps, so that a page of a list can be sent to a colleague.

import { Button, Group, Text } from "@mantine/core";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useFormat } from "@/i18n/format";

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** Variables of a connection: `first`, `after`, `last`, `before`. */
export function usePaging(size = 25) {
  const [parameters] = useSearchParams();
  const after = parameters.get("after");
  const before = parameters.get("before");
  return useMemo(
    () => (before === null ? { first: size, after, last: null, before: null } : { first: null, after: null, last: size, before }),
    [after, before, size],
  );
}

/** A filter in the address: `const [status, setStatus] = useFilter("status")`. Changing it begins at the first page. */
export function useFilter(name: string): [string | null, (value: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  return [
    parameters.get(name),
    (value) => {
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete("after");
          next.delete("before");
          if (value === null || value === "") next.delete(name);
          else next.set(name, value);
          return next;
        },
        // At once: a box that was ticked must not look unticked until the list has followed.
        { replace: true, flushSync: true },
      );
    },
  ];
}

export function Pager({ pageInfo, total }: { pageInfo: PageInfo | undefined; total?: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, setParameters] = useSearchParams();
  const go = (name: "after" | "before", cursor: string | null) => {
    setParameters((before) => {
      const next = new URLSearchParams(before);
      next.delete("after");
      next.delete("before");
      if (cursor !== null) next.set(name, cursor);
      return next;
    });
  };
  if (pageInfo === undefined || !(pageInfo.hasNextPage || pageInfo.hasPreviousPage || total != null)) return null;
  return (
    <Group p="sm" px="md" justify="space-between" gap="xs" style={{ borderTop: "1px solid var(--app-line)" }}>
      <Text fz="sm" className="muted num" aria-live="polite">
        {total != null && t("list.count", { count: total, shown: format.number(total) })}
      </Text>
      {(pageInfo.hasNextPage || pageInfo.hasPreviousPage) && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<ChevronLeft size={14} aria-hidden className="turned" />}
            disabled={!pageInfo.hasPreviousPage}
            onClick={() => {
              go("before", pageInfo.startCursor);
            }}
          >
            {t("actions.previous")}
          </Button>
          <Button
            size="xs"
            variant="default"
            rightSection={<ChevronRight size={14} aria-hidden className="turned" />}
            disabled={!pageInfo.hasNextPage}
            onClick={() => {
              go("after", pageInfo.endCursor);
            }}
          >
            {t("actions.next")}
          </Button>
        </Group>
      )}
    </Group>
  );
}
