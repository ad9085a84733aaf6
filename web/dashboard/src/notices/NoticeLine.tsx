// One notice on the page: what happened, what to do, and the way there.

import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { useTell } from "@/ui/problems";
import { Ago } from "@/ui/values";
import { KINDS } from "./kinds";
import type { Entry } from "./useKept";
import { useNoticeWords } from "./useNoticeWords";
import { useResolving } from "./useNotices";

export interface NoticeLineProps {
  entry: Entry;
  /** Watches whether somebody looks at it; undefined when there is no need to. */
  watch: ((id: string, element: Element) => () => void) | undefined;
}

export function NoticeLine({ entry: { notice, isNew }, watch }: NoticeLineProps) {
  const { t } = useTranslation("notices");
  const { can } = useSession();
  const { id, kind, about, createdAt, resolvedAt, isSeen } = notice;
  const { title, advice } = useNoticeWords()(notice);
  const { icon: Icon, tone, to, otherwise, needs } = KINDS[kind];
  const isOver = resolvedAt !== null;
  return (
    <li
      className="notice"
      data-kind={kind}
      data-new={isNew || undefined}
      data-over={isOver || undefined}
      ref={(element) => (element && watch && !isSeen ? watch(id, element) : undefined)}
    >
      <span className="notice-sign" data-tone={isOver ? "idle" : tone}>
        <Icon size={18} aria-hidden />
      </span>
      <div className="notice-words">
        <h2>
          {isNew && <span className="notice-new">{t("new")}</span>}
          {title}
        </h2>
        {!isOver && <p>{advice}</p>}
        <p className="notice-times">
          <Ago time={createdAt} />
          {isOver && (
            <>
              {" · "}
              <Badge tone="good">{t("over")}</Badge> <Ago time={resolvedAt} />
            </>
          )}
        </p>
      </div>
      <div className="notice-actions">
        {can(needs) && (
          <Button component={Link} to={about ? to(about.id) : otherwise} size="xs" variant={isOver ? "subtle" : "default"} color="gray">
            {t(`kinds.${kind}.action`)}
          </Button>
        )}
        {!isOver && can("notices:write") && <Resolve id={id} title={title} />}
      </div>
    </li>
  );
}

function Resolve({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation("notices");
  const [resolve, isBusy] = useResolving();
  const tell = useTell();
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      loading={isBusy}
      leftSection={<Check size={14} aria-hidden />}
      aria-label={`${t("resolve")}: ${title}`}
      onClick={() => {
        void resolve(id).then((problem) => {
          if (problem) tell.problem(problem);
        });
      }}
    >
      {t("resolve")}
    </Button>
  );
}
