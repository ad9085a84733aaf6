// The review of payment proofs, one after another, by hand or by keyboard.

import { ActionIcon, Button, Group, Switch, Text, Title, Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { ChevronLeft, ChevronRight, Keyboard, PartyPopper } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useNavigate, useParams } from "react-router";
import { useClient } from "urql";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { useTitle } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { KeysHelp } from "./KeysHelp";
import { ProofDesk } from "./ProofDesk";
import { pictureOf } from "./ProofPicture";
import { PROOF, QUEUE, type Waiting } from "./review";
import { ReviewQueue } from "./ReviewQueue";
import { useKeys } from "./useKeys";
import "./orders.css";

const NOTHING: readonly Waiting[] = [];

export default function ProofReview() {
  const { t, i18n } = useTranslation(["orders", "common"]);
  const { proofId } = useParams();
  const navigate = useNavigate();
  const [withSimulated, setWithSimulated] = useLocalStorage({ key: "parley-review-simulated", defaultValue: false, getInitialValueInEffect: false });
  const [areKeysOn, setAreKeysOn] = useLocalStorage({ key: "parley-review-keys", defaultValue: true, getInitialValueInEffect: false });
  const [isHelping, setIsHelping] = useState(false);
  const { data, problem, refresh } = useRead(QUEUE, { simulated: withSimulated });
  useTitle(t("review.title"));

  // What was just decided is still in the list that was read; its status is known already.
  const waiting = data?.proofQueue?.nodes.filter(({ status }) => status === "SUBMITTED");
  const { index, next, previous } = useNeighbours(waiting ?? NOTHING, proofId);
  usePrepared(next);
  const open = (proof: Waiting | undefined) => {
    if (proof !== undefined) void navigate(`/orders/review/${proof.id}`);
  };
  const openNext = () => {
    open(next);
  };
  const openPrevious = () => {
    open(previous);
  };
  const isTurned = i18n.dir() === "rtl";
  useKeys(
    {
      j: openNext,
      k: openPrevious,
      ArrowRight: isTurned ? openPrevious : openNext,
      ArrowLeft: isTurned ? openNext : openPrevious,
    },
    { isOn: areKeysOn },
  );
  useKeys({ "?": () => { setIsHelping(true); } }, { isOn: true });

  if (proofId === undefined && waiting?.[0] !== undefined) return <Navigate to={`/orders/review/${waiting[0].id}`} replace />;
  const total = data?.proofQueue?.totalCount ?? waiting?.length ?? 0;
  return (
    <div className="review">
      <Group className="review-head" gap="sm" wrap="nowrap">
        <Title order={1} fz="lg" className="clip">
          {t("review.title")}
        </Title>
        <Position index={index} total={total} />
        <Group gap={4} wrap="nowrap">
          <Tooltip label={t("review.previous")}>
            <ActionIcon size={32} variant="default" aria-label={t("review.previous")} disabled={!previous} onClick={openPrevious}>
              <ChevronLeft size={18} className="turned" aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t("review.next")}>
            <ActionIcon size={32} variant="default" aria-label={t("review.next")} disabled={!next} onClick={openNext}>
              <ChevronRight size={18} className="turned" aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
        <Group gap="sm" ms="auto" wrap="nowrap">
          <Switch
            size="sm"
            label={t("review.withSimulated")}
            classNames={{ label: "review-switch" }}
            checked={withSimulated}
            onChange={(event) => {
              setWithSimulated(event.currentTarget.checked);
            }}
          />
          <Tooltip label={`${t("keys.title")} (?)`}>
            <ActionIcon size={32} visibleFrom="sm" aria-label={t("keys.title")} aria-keyshortcuts="?" onClick={() => { setIsHelping(true); }}>
              <Keyboard size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {problem && <div className="review-alone"><ProblemNotice problem={problem} onRetry={refresh} /></div>}
      <ReviewQueue waiting={waiting} current={proofId} />
      {proofId !== undefined && (
        <ProofDesk
          key={proofId}
          id={proofId}
          areKeysOn={areKeysOn}
          onDecided={() => {
            const following = next ?? waiting?.find(({ id }) => id !== proofId);
            void navigate(following === undefined ? "/orders/review" : `/orders/review/${following.id}`);
          }}
        />
      )}
      {proofId === undefined && waiting?.length === 0 && (
        <NothingWaits
          simulated={withSimulated ? 0 : (data?.withSimulated?.totalCount ?? 0)}
          onShow={() => {
            setWithSimulated(true);
          }}
        />
      )}
      <KeysHelp
        isOpen={isHelping}
        onClose={() => {
          setIsHelping(false);
        }}
        areOn={areKeysOn}
        onSwitch={setAreKeysOn}
      />
    </div>
  );
}

/** Where the open proof stands in the queue; one that has left it stood where the next one stands now. */
function useNeighbours(waiting: readonly Waiting[], current: string | undefined) {
  const index = waiting.findIndex(({ id }) => id === current);
  const [place, setPlace] = useState(0);
  if (index >= 0 && index !== place) setPlace(index);
  return { index, next: index >= 0 ? waiting[index + 1] : waiting[place], previous: waiting[(index >= 0 ? index : place) - 1] };
}

/** The next proof is read before it is wanted: reviewing does not wait. */
function usePrepared(next: Waiting | undefined) {
  const client = useClient();
  const numbers = useSession().can("payments:numbers");
  const id = next?.id;
  const picture = next === undefined ? null : pictureOf(next.media);
  useEffect(() => {
    if (id !== undefined) void client.query(PROOF, { id, numbers }).toPromise();
  }, [client, id, numbers]);
  useEffect(() => {
    if (picture !== null) new Image().src = picture;
  }, [picture]);
}

function Position({ index, total }: { index: number; total: number }) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  if (total === 0) return null;
  return (
    <Text fz="sm" className="muted num nowrap" aria-live="polite">
      {index >= 0 ? t("review.position", { place: format.number(index + 1), total: format.number(total) }) : t("review.waiting", { count: total })}
    </Text>
  );
}

function NothingWaits({ simulated, onShow }: { simulated: number; onShow: () => void }) {
  const { t } = useTranslation(["orders", "common"]);
  return (
    <div className="review-alone">
      <EmptyState
        icon={PartyPopper}
        title={t("review.emptyTitle")}
        advice={simulated > 0 ? t("review.onlySimulated", { count: simulated }) : t("review.emptyAdvice")}
        action={
          simulated > 0 ? (
            <Button variant="default" onClick={onShow}>
              {t("review.showSimulated")}
            </Button>
          ) : (
            <Button component={Link} to="/orders" variant="default">
              {t("review.toOrders")}
            </Button>
          )
        }
      />
    </div>
  );
}
