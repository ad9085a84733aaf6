// What stands beside a chat: the customer, their orders, whose chat it is, notes, and what the AI did.

import { Box, Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import type { ChatInList } from "../documents";
import { DeskPart } from "./DeskPart";
import { CustomerPart } from "./CustomerPart";
import { DETAILS, DETAILS_CHANGED, ORDERS_CHANGED, TURN_DONE } from "./documents";
import { NotesPart } from "./NotesPart";
import { OrdersPart } from "./OrdersPart";
import { TurnsPart } from "./TurnsPart";

export interface BesideProps {
  chat: ChatInList;
  /** The turn that is looked into. */
  turn: string | null;
  onTurn: (turn: string | null) => void;
}

export function Beside({ chat, turn, onTurn }: BesideProps) {
  const { t } = useTranslation("conversations");
  const { can } = useSession();
  const { data, isLoading, problem, refresh } = useRead(DETAILS, { id: chat.id });
  const customerId = chat.customer?.id ?? "";
  useLive(DETAILS_CHANGED, { id: chat.id });
  useLive(TURN_DONE, { id: chat.id });
  useLive(ORDERS_CHANGED, { customerId }, { pause: customerId === "" || !can("orders:read") });
  const beside = data?.conversation;
  if (problem && !beside) {
    return (
      <Box p="md">
        <ProblemNotice problem={problem} onRetry={refresh} />
      </Box>
    );
  }
  if (isLoading || !beside) {
    return (
      <Stack p="md" role="status" aria-busy aria-label={t("beside.loading")}>
        {[120, 90, 110, 70].map((height, index) => (
          <Skeleton key={index} h={height} radius="md" />
        ))}
      </Stack>
    );
  }
  return (
    <Stack gap={0}>
      {turn === null && (
        <>
          <CustomerPart chat={chat} customer={beside.customer} />
          {can("orders:read") && <OrdersPart customer={beside.customer} />}
          <DeskPart chat={chat} />
          <NotesPart chat={chat.id} notes={beside.notes?.nodes ?? []} />
        </>
      )}
      <TurnsPart turns={beside.turns?.nodes ?? []} summary={beside.summary} opened={turn} onTurn={onTurn} />
    </Stack>
  );
}
