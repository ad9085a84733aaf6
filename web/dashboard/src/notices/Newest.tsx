// What the bell opens: the newest notices that one has not seen.

import { Button, Skeleton, Text } from "@mantine/core";
import { CheckCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "@/api/graphql";
import { useSession } from "@/session/session";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Ago } from "@/ui/values";
import { KINDS } from "./kinds";
import { useNoticeWords } from "./useNoticeWords";
import { NOTICE, useSeeing, type Notice } from "./useNotices";
import "./notices.css";

const NEWEST = graphql(
  `
    query NewestNotices {
      notices(first: 6, filter: { isSeen: false, isResolved: false }) {
        nodes {
          ...NoticeLine
        }
      }
    }
  `,
  [NOTICE],
);

export default function Newest({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation("notices");
  const { can } = useSession();
  const { data, problem, isLoading, refresh } = useRead(NEWEST, {});
  const { see, seeAll } = useSeeing();
  const tell = useTell();
  const notices = data?.notices?.nodes;
  const markAll = async () => {
    const trouble = await seeAll();
    if (trouble) tell.problem(trouble);
  };
  return (
    <section aria-label={t("title")}>
      <div className="newest-head">
        <Text fw={640}>{t("title")}</Text>
        {notices && notices.length > 0 && can("self:manage") && (
          <Button size="compact-sm" variant="subtle" color="gray" leftSection={<CheckCheck size={14} aria-hidden />} onClick={() => void markAll()}>
            {t("seeAll")}
          </Button>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && <Skeleton h={64} m="sm" w="auto" />}
      {notices?.length === 0 && (
        <Text fz="sm" className="muted" px="md" py="lg" ta="center">
          {t("nothing.unseen.title")}
        </Text>
      )}
      {notices && notices.length > 0 && (
        <ul className="newest">
          {notices.map((notice) => (
            <Line
              key={notice.id}
              notice={notice}
              onChoose={() => {
                onLeave();
                if (can("self:manage")) void see([notice.id]);
              }}
            />
          ))}
        </ul>
      )}
      <div className="newest-foot">
        <Button component={Link} to="/notices" variant="subtle" color="gray" fullWidth onClick={onLeave} data-autofocus>
          {t("toAll")}
        </Button>
      </div>
    </section>
  );
}

function Line({ notice, onChoose }: { notice: Notice; onChoose: () => void }) {
  const { can } = useSession();
  const { title, advice } = useNoticeWords()(notice);
  const { icon: Icon, tone, to, otherwise, needs } = KINDS[notice.kind];
  const place = notice.about ? to(notice.about.id) : otherwise;
  return (
    <li>
      <Link to={can(needs) ? place : "/notices"} onClick={onChoose}>
        <span className="notice-sign" data-tone={tone}>
          <Icon size={18} aria-hidden />
        </span>
        <span className="newest-words">
          <strong>{title}</strong>
          <span className="muted newest-advice">{advice}</span>
          <span className="muted newest-time">
            <Ago time={notice.createdAt} />
          </span>
        </span>
      </Link>
    </li>
  );
}
