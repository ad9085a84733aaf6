// The bell: how many notices nobody has looked at yet.

import { ActionIcon, Indicator } from "@mantine/core";
import { Bell } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "@/api/graphql";
import { useRead } from "@/ui/useRead";

const UNSEEN = graphql(`
  query UnseenNotices {
    notices(first: 1, filter: { isSeen: false, isResolved: false }) {
      totalCount
    }
  }
`);

export function NoticeBell() {
  const { t } = useTranslation("notices");
  const { data } = useRead(UNSEEN, {});
  const count = data?.notices?.totalCount ?? 0;
  return (
    <Indicator label={count} disabled={count === 0} size={16} color="red.8" offset={5}>
      <ActionIcon component={Link} to="/notices" size="lg" aria-label={t("bell", { count })}>
        <Bell size={18} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
