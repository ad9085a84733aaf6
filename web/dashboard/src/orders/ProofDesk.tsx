// One proof on the reviewer's desk: the picture, what it should show, and the decision.

import { Button, Group, Kbd, Skeleton, Stack, Text } from "@mantine/core";
import { FileQuestion } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Outcome } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { customerName } from "./badges";
import { Decided } from "./Decided";
import { ProofFacts } from "./ProofFacts";
import { pictureOf } from "./ProofPicture";
import { ProofViewer } from "./ProofViewer";
import { RejectDialog } from "./RejectDialog";
import { PROOF, type ReadProof } from "./review";
import { STEP_NOT_ALLOWED, useOpenSteps, useSteps } from "./steps";
import { useKeys } from "./useKeys";
import { useSecondLook } from "./useSecondLook";
import { useView } from "./useView";
import { suggestedReasons, warningsOf } from "./warnings";

// A second press that was meant for the proof before must not decide about one that nobody has looked at.
const SETTLING_MILLISECONDS = 500;
const STEP = 0.12;

interface ProofDeskProps {
  onDecided: () => void;
  areKeysOn: boolean;
}

export function ProofDesk({ id, ...more }: ProofDeskProps & { id: string }) {
  const { t } = useTranslation(["orders", "common"]);
  const { can } = useSession();
  const { data, problem, refresh, isLoading } = useRead(PROOF, { id, numbers: can("payments:numbers") });
  const proof = data?.node?.__typename === "PaymentProof" ? data.node : undefined;
  if (proof !== undefined) return <Judging proof={proof} {...more} />;
  if (problem) return <div className="review-alone"><ProblemNotice problem={problem} onRetry={refresh} /></div>;
  if (isLoading) {
    return (
      <>
        <div className="proof-viewer" aria-busy>
          <div className="proof-picture" />
        </div>
        <Stack className="proof-facts">
          <Skeleton h={48} />
          <Skeleton h={120} />
          <Skeleton h={220} />
        </Stack>
      </>
    );
  }
  return (
    <div className="review-alone">
      <EmptyState icon={FileQuestion} title={t("review.unknown")} />
    </div>
  );
}

function Judging({ proof, onDecided, areKeysOn }: ProofDeskProps & { proof: ReadProof }) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  const tell = useTell();
  const { can } = useSession();
  const openSteps = useOpenSteps();
  const lookTwice = useSecondLook();
  const viewing = useView();
  const { approve, reject, isBusy } = useSteps();
  const [isShown, setIsShown] = useState(() => (pictureOf(proof.media) === null ? false : undefined));
  const isReady = useSettled(isShown !== undefined);
  const [isComparing, setIsComparing] = useState(false);
  const [isRejecting, setIsRejecting] = useState(false);
  const [isTooLate, setIsTooLate] = useState(false);
  const { order } = proof;
  const name = customerName(order.customer);
  const amount = format.money(order.total);
  const warnings = warningsOf(proof, { isShown: isShown !== false });
  const canDecide = proof.status === "SUBMITTED" && openSteps(order.status).includes("approve");
  const newer = proof.status === "SUBMITTED" ? undefined : order.proofs.find(({ status }) => status === "SUBMITTED");

  const finish = ({ problem }: Outcome<unknown>, told: string) => {
    if (problem === undefined) {
      tell.done(told);
      onDecided();
      return;
    }
    setIsRejecting(problem.code !== STEP_NOT_ALLOWED && isRejecting);
    if (problem.code === STEP_NOT_ALLOWED) setIsTooLate(true);
    else tell.problem(problem);
  };
  const accept = async () => {
    if (!isReady || isBusy || !(await lookTwice(order, warnings))) return;
    finish(await approve(order.id, proof.id), t("approve.done", { number: order.number, name }));
  };
  const refuse = async (reason: string) => {
    finish(await reject(order.id, proof.id, reason), t("reject.done", { number: order.number, name }));
  };
  const beginRejecting = () => {
    if (!isBusy) setIsRejecting(true);
  };
  const compare = () => {
    setIsComparing(!isComparing);
  };
  useKeys(
    {
      a: canDecide ? () => void accept() : undefined,
      r: canDecide ? beginRejecting : undefined,
      c: proof.alike ? compare : undefined,
      z: viewing.toggleZoom,
      o: viewing.turn,
      "0": viewing.reset,
      "+": () => { viewing.zoomBy(1.4); },
      "=": () => { viewing.zoomBy(1.4); },
      "-": () => { viewing.zoomBy(1 / 1.4); },
      "Shift+ArrowUp": () => { viewing.moveBy(0, STEP); },
      "Shift+ArrowDown": () => { viewing.moveBy(0, -STEP); },
      "Shift+ArrowLeft": () => { viewing.moveBy(STEP, 0); },
      "Shift+ArrowRight": () => { viewing.moveBy(-STEP, 0); },
    },
    { isOn: areKeysOn },
  );

  return (
    <>
      <ProofViewer proof={proof} viewing={viewing} isComparing={isComparing} onCompare={compare} onShown={setIsShown} />
      <section className="proof-side" aria-label={t("review.decision", { number: order.number })} aria-busy={!isReady}>
        <Stack className="proof-facts" gap="md">
          <Decided proof={proof} isTooLate={isTooLate} />
          {newer && (
            <Button component={Link} to={`/orders/review/${newer.id}`} variant="default">
              {t("review.newer")}
            </Button>
          )}
          <ProofFacts proof={proof} onCompare={compare} />
        </Stack>
        {canDecide && (
          <Group className="proof-decision" wrap="nowrap" gap="xs">
            <Button
              variant="light"
              color="red"
              size="md"
              px="sm"
              fz="sm"
              aria-keyshortcuts="R"
              rightSection={<Kbd size="xs" visibleFrom="md">R</Kbd>}
              onClick={beginRejecting}
            >
              {t("reject.action")}
            </Button>
            <Button
              size="md"
              px="sm"
              fz="sm"
              flex={1}
              className="wrapping"
              aria-keyshortcuts="A"
              loading={isBusy && !isRejecting}
              rightSection={<Kbd size="xs" visibleFrom="md" className="on-button">A</Kbd>}
              onClick={() => void accept()}
            >
              {t("approve.action", { amount })}
            </Button>
          </Group>
        )}
        {!can("orders:write") && proof.status === "SUBMITTED" && (
          <Text className="proof-decision muted" fz="sm">
            {t("review.onlyLook")}
          </Text>
        )}
      </section>
      <RejectDialog
        order={order}
        suggested={suggestedReasons(warnings)}
        isOpen={isRejecting}
        isBusy={isBusy}
        onClose={() => {
          setIsRejecting(false);
        }}
        onReject={(reason) => void refuse(reason)}
      />
    </>
  );
}

/** True some time after it became so: long enough to see what is there. */
function useSettled(isThere: boolean): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    if (!isThere) return;
    const timer = setTimeout(() => {
      setIsSettled(true);
    }, SETTLING_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [isThere]);
  return isSettled;
}
