// The proofs that wait, the longest waiting first.

import { Skeleton, Text, Tooltip } from "@mantine/core";
import { Copy } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Ago, Code, MoneyText, Words } from "@/ui/values";
import { customerName } from "./badges";
import type { Waiting } from "./review";

export function ReviewQueue({ waiting, current }: { waiting: readonly Waiting[] | undefined; current: string | undefined }) {
  const { t } = useTranslation(["orders", "common"]);
  const list = useRef<HTMLElement>(null);
  const isRead = waiting !== undefined;
  useEffect(() => {
    if (isRead && current !== undefined) list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [isRead, current]);
  return (
    <nav ref={list} className="review-queue" aria-label={t("review.queue")}>
      <ul className="plain-list">
        {waiting === undefined &&
          Array.from({ length: 5 }, (_, index) => (
            <li key={index}>
              <Skeleton h={52} m={8} />
            </li>
          ))}
        {waiting?.map(({ id, createdAt, likeness, order }) => (
          <li key={id}>
            <Link to={`/orders/review/${id}`} className="queued" aria-current={id === current ? "true" : undefined}>
              <span className="queued-line">
                <Text component="span" fz="sm" fw={560} className="clip" dir="auto">
                  <Words>{customerName(order.customer)}</Words>
                </Text>
                {likeness && (
                  <Tooltip label={t(`warning.${likeness}`)}>
                    <Copy size={14} className="warn" role="img" aria-label={t("review.duplicate")} />
                  </Tooltip>
                )}
                <Text component="span" fz="sm" className="nowrap" ms="auto">
                  <MoneyText money={order.total} />
                </Text>
              </span>
              <span className="queued-line muted">
                <Code>{order.number}</Code>
                <span className="nowrap queued-ago">
                  <Ago time={createdAt} />
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
