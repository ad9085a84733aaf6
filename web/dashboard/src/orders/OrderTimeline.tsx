// All that happened to an order, and what the team notes about it.

import { Anchor, Text } from "@mantine/core";
import { Ban, CircleCheck, CircleX, FileImage, PackageCheck, ReceiptText, StickyNote, Undo2, type LucideIcon } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { Section } from "@/ui/Page";
import { Code, When, Words } from "@/ui/values";
import { ActorName, customerName, ProofBadge } from "./badges";
import { NoteForm } from "./NoteForm";
import type { ReadOrder } from "./orderQuery";
import type { OrderStatus, TimelineEntry } from "./parts";

const ICONS: Record<OrderStatus, LucideIcon> = {
  PENDING: ReceiptText,
  PAYMENT_SUBMITTED: FileImage,
  REJECTED: CircleX,
  PAID: CircleCheck,
  COMPLETED: PackageCheck,
  REFUNDED: Undo2,
  CANCELLED: Ban,
};

export function OrderTimeline({ order }: { order: ReadOrder }) {
  const { t } = useTranslation(["orders", "common"]);
  return (
    <Section title={t("page.timeline")}>
      <ol className="timeline">
        {order.timeline.filter(isOwnLine).map((entry) => (
          <Fragment key={entry.id}>
            <Line entry={entry} customer={customerName(order.customer)} />
          </Fragment>
        ))}
      </ol>
      <NoteForm orderId={order.id} />
    </Section>
  );
}

/** The step beside a proof or a refund would say the same with less. */
function isOwnLine(entry: TimelineEntry): boolean {
  return !(entry.__typename === "OrderAction" && (entry.toStatus === "PAYMENT_SUBMITTED" || entry.toStatus === "REFUNDED"));
}

function Line({ entry, customer }: { entry: TimelineEntry; customer: string }) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  const buyer = <Words>{customer || t("actor.CUSTOMER")}</Words>;
  switch (entry.__typename) {
    case "OrderAction": {
      const who = entry.actor === "CUSTOMER" ? buyer : <ActorName actor={entry.actor} staff={entry.staff} />;
      return (
        <Happening icon={ICONS[entry.toStatus]} time={entry.createdAt} what={<>{who} {t(`timeline.${entry.toStatus}`)}</>}>
          {entry.reason && <Words>{entry.reason}</Words>}
        </Happening>
      );
    }
    case "PaymentProof":
      return (
        <Happening icon={FileImage} time={entry.createdAt} what={<>{buyer} {t("timeline.proof")}</>}>
          <ProofBadge status={entry.status} />{" "}
          <Anchor component={Link} to={`/orders/review/${entry.id}`} fz="sm" underline="always">
            {t("timeline.see")}
          </Anchor>
        </Happening>
      );
    case "Refund":
      return (
        <Happening
          icon={Undo2}
          time={entry.createdAt}
          what={
            <>
              <ActorName actor={entry.actor} staff={entry.staff} /> {t("timeline.refund", { amount: format.money(entry.amount) })}
            </>
          }
        >
          {t("timeline.reference")}: <Code>{entry.reference}</Code>
          {entry.reason && (
            <>
              {" · "}
              <Words>{entry.reason}</Words>
            </>
          )}
        </Happening>
      );
    case "OrderNote":
      return (
        <Happening icon={StickyNote} time={entry.createdAt} what={<><ActorName actor={entry.actor} staff={entry.staff} /> {t("timeline.note")}</>} isNote>
          <Words>{entry.text}</Words>
        </Happening>
      );
  }
}

interface HappeningProps {
  icon: LucideIcon;
  time: string;
  what: ReactNode;
  isNote?: boolean;
  children?: ReactNode;
}

function Happening({ icon: Icon, time, what, isNote, children }: HappeningProps) {
  return (
    <li>
      <span className="timeline-mark">
        <Icon size={14} aria-hidden />
      </span>
      <div className="timeline-what">
        <Text fz="sm" component="div">
          {what}
          <Text component="span" fz="xs" className="muted nowrap" ms={8}>
            <When time={time} />
          </Text>
        </Text>
        {children && (
          <Text fz="sm" component="div" className={isNote ? "timeline-note" : "muted"}>
            {children}
          </Text>
        )}
      </div>
    </li>
  );
}
