// The bell: how many notices nobody has looked at yet, and the newest of them.

import { ActionIcon, Indicator, Popover, Skeleton } from "@mantine/core";
import { Bell } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import { useRead } from "@/ui/useRead";

const Newest = lazy(() => import("./Newest"));

const UNSEEN = graphql(`
  query UnseenNotices {
    notices(first: 1, filter: { isSeen: false, isResolved: false }) {
      totalCount
    }
  }
`);

const MOST = 99;

export function NoticeBell() {
  const { t } = useTranslation("notices");
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useRead(UNSEEN, {});
  const count = data?.notices?.totalCount ?? 0;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width="min(400px, calc(100vw - 16px))" shadow="md" trapFocus returnFocus>
      <Indicator label={count > MOST ? `${String(MOST)}+` : count} disabled={count === 0} size={16} color="red.8" offset={5}>
        <Popover.Target>
          <ActionIcon
            size="lg"
            aria-label={t("bell", { count })}
            onClick={() => {
              setIsOpen((before) => !before);
            }}
          >
            <Bell size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t("title")}>
        <Suspense fallback={<Skeleton h={120} m="sm" w="auto" />}>
          <Newest
            onLeave={() => {
              setIsOpen(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
