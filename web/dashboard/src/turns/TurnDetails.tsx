// The glass box of one turn of the assistant: what it was asked, what it did, with what, for how much, and why.

import { Skeleton, Stack } from "@mantine/core";
import { SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { DecidedParts } from "./DecidedParts";
import { TURN } from "./documents";
import { RawData } from "./RawData";
import { Replaying } from "./Replaying";
import { Said } from "./Said";
import "./turns.css";

export interface TurnDetailsProps {
  turnId: string;
  /** Left out where the messages stand beside it already. */
  withMessages?: boolean;
}

export function TurnDetails({ turnId, withMessages = true }: TurnDetailsProps) {
  const { t } = useTranslation("turns");
  const { data, isLoading, problem, refresh } = useRead(TURN, { id: turnId });
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (isLoading) {
    return (
      <Stack gap="sm" aria-busy aria-label={t("loading")} role="status">
        {[56, 88, 88].map((height, index) => (
          <Skeleton key={index} h={height} radius="md" />
        ))}
      </Stack>
    );
  }
  const turn = data?.node;
  if (turn?.__typename !== "Turn") return <EmptyState icon={SearchX} title={t("gone.title")} advice={t("gone.advice")} />;
  return (
    // Another turn is another box: an answer decided again belongs to the one it was asked of.
    <Stack gap="md" key={turn.id} className="turn">
      {withMessages && <Said messages={turn.messages} />}
      <DecidedParts decided={turn} time={turn.createdAt} />
      <RawData title={t("facts")} data={turn.facts} />
      <RawData title={t("record")} data={turn.record} />
      <Replaying turn={turn} />
    </Stack>
  );
}
