// The overview of those who see no reports: what waits for somebody, and what is theirs.

import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql, type FragmentOf } from "@/api/graphql";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";
import { useRead } from "@/ui/useRead";
import { Ago, Code, MoneyText, Words } from "@/ui/values";
import { Card } from "./Card";

const CHAT = graphql(`
  fragment ToDoChat on Conversation {
    id
    attention
    unreadCount
    lastMessageAt
    customer {
      id
      profileName
      phone
    }
  }
`);

const TO_DO = graphql(
  `
    query ToDo($me: ID!) {
      proofQueue(first: 5) {
        totalCount
        nodes {
          id
          createdAt
          expectedAmount {
            amount
            currency
          }
          order {
            id
            number
            packageName
          }
        }
      }
      needing: conversations(first: 5, filter: { needsAttention: true }) {
        totalCount
        nodes {
          ...ToDoChat
        }
      }
      mine: conversations(first: 5, filter: { assignedToId: $me, status: { in: [ACTIVE, WAITING_PAYMENT] } }) {
        totalCount
        nodes {
          ...ToDoChat
        }
      }
    }
  `,
  [CHAT],
);

type Chat = FragmentOf<typeof CHAT>;

// The cache joins what other pages read of the same list.
const SHOWN = 5;

export function ToDo() {
  const { t } = useTranslation("overview");
  const { viewer } = useSession();
  const read = useRead(TO_DO, { me: viewer.staff.id });
  const { proofQueue: proofs, needing, mine } = read.data ?? {};
  return (
    <div className="overview-thirds">
      <Card title={t("toDo.proofs")} aside={<Total count={proofs?.totalCount} to="/orders/review" />} height={220} read={read}>
        {proofs && (
          <List nothing={t("toDo.noProofs")}>
            {proofs.nodes.map(({ id, order, expectedAmount, createdAt }) => (
              <Line key={id} to={`/orders/review/${id}`} time={createdAt} aside={<MoneyText money={expectedAmount} />}>
                <Code>{order.number}</Code> · <Words>{order.packageName}</Words>
              </Line>
            ))}
          </List>
        )}
      </Card>
      <Card title={t("toDo.needing")} aside={<Total count={needing?.totalCount} to="/conversations?view=attention" />} height={220} read={read}>
        {needing && <Chats chats={needing.nodes} nothing={t("toDo.noneNeeding")} />}
      </Card>
      <Card title={t("toDo.mine")} aside={<Total count={mine?.totalCount} to="/conversations?view=mine" />} height={220} read={read}>
        {mine && <Chats chats={mine.nodes} nothing={t("toDo.noneMine")} />}
      </Card>
    </div>
  );
}

function Total({ count, to }: { count: number | null | undefined; to: string }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  if (!count) return null;
  return (
    <Link to={to} className="to-do-all">
      {t("toDo.all", { shown: format.number(count) })}
    </Link>
  );
}

function List({ nothing, children }: { nothing: string; children: ReactNode[] }) {
  if (children.length > 0) return <ul className="to-do">{children}</ul>;
  return (
    <Text fz="sm" className="muted">
      {nothing}
    </Text>
  );
}

function Line({ to, time, aside, children }: { to: string; time: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Link to={to}>{children}</Link>
      {aside}
      <span className="to-do-time muted">
        <Ago time={time} />
      </span>
    </li>
  );
}

function Chats({ chats, nothing }: { chats: readonly Chat[]; nothing: string }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  return (
    <List nothing={nothing}>
      {chats.slice(0, SHOWN).map(({ id, customer, attention, unreadCount, lastMessageAt }) => (
        <Line
          key={id}
          to={`/conversations/${id}`}
          time={lastMessageAt}
          aside={
            attention ? (
              <Badge tone="warn">{t(`attention.${attention}`)}</Badge>
            ) : (
              unreadCount > 0 && <Badge tone="info">{t("toDo.unread", { count: unreadCount, shown: format.number(unreadCount) })}</Badge>
            )
          }
        >
          {customer?.profileName ? <Words>{customer.profileName}</Words> : <Code>{customer?.phone ?? t("toDo.nameless")}</Code>}
        </Line>
      ))}
    </List>
  );
}
