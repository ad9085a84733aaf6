// The picture of a proof with what one can do to see it better; beside it, on wish, the one that it is like.

import { ActionIcon, Anchor, Button, Group, Text, Tooltip } from "@mantine/core";
import { Columns2, ExternalLink, RotateCw, Scan, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { Code, When, Words } from "@/ui/values";
import { customerName } from "./badges";
import type { OrderProof } from "./parts";
import { ProofPicture } from "./ProofPicture";
import type { ReadProof } from "./review";
import type { Viewing } from "./useView";

const NEARER = 1.4;

export interface ProofViewerProps {
  proof: ReadProof;
  viewing: Viewing;
  isComparing: boolean;
  onCompare: () => void;
  onShown: (isShown: boolean) => void;
}

export function ProofViewer({ proof, viewing, isComparing, onCompare, onShown }: ProofViewerProps) {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  const { alike, media } = proof;
  const { zoom } = viewing.view;
  return (
    <section className="proof-viewer" aria-label={t("picture.label")}>
      <div className="proof-pictures" data-two={isComparing || undefined}>
        <figure>
          {isComparing && <Caption proof={proof} number={proof.order.number} name={customerName(proof.order.customer)} />}
          <ProofPicture
            key={proof.id}
            file={media}
            alt={t("picture.alt", { number: proof.order.number })}
            viewing={viewing}
            onShown={onShown}
          />
        </figure>
        {isComparing && alike && (
          <figure>
            <Caption proof={alike} number={alike.order.number} name={customerName(alike.order.customer)} />
            <ProofPicture key={alike.id} file={alike.media} alt={t("picture.alt", { number: alike.order.number })} viewing={viewing} />
          </figure>
        )}
      </div>
      <Group className="proof-tools" gap={4} wrap="nowrap" role="toolbar" aria-label={t("picture.tools")}>
        <Tool label={t("picture.out")} keys="-" onClick={() => { viewing.zoomBy(1 / NEARER); }} isOff={zoom === 1}>
          <ZoomOut size={18} aria-hidden />
        </Tool>
        <Text fz="xs" className="num" w={44} ta="center" aria-live="polite">
          {format.percent(Math.round(zoom * 100) / 100)}
        </Text>
        <Tool label={t("picture.in")} keys="+" onClick={() => { viewing.zoomBy(NEARER); }}>
          <ZoomIn size={18} aria-hidden />
        </Tool>
        <Tool label={t("picture.turn")} keys="O" onClick={viewing.turn}>
          <RotateCw size={18} aria-hidden />
        </Tool>
        <Tool label={t("picture.reset")} keys="0" onClick={viewing.reset}>
          <Scan size={18} aria-hidden />
        </Tool>
        {alike && (
          <Button
            size="xs"
            variant={isComparing ? "filled" : "default"}
            aria-pressed={isComparing}
            aria-keyshortcuts="C"
            leftSection={<Columns2 size={16} aria-hidden />}
            onClick={onCompare}
          >
            {t("picture.compare")}
          </Button>
        )}
        {media.url && !media.isDeleted && (
          <Anchor href={media.url} target="_blank" fz="xs" ms="auto" className="proof-open">
            <ExternalLink size={14} aria-hidden /> {media.contentType === "application/pdf" ? t("picture.openPdf") : t("picture.open")}
          </Anchor>
        )}
      </Group>
    </section>
  );
}

function Caption({ proof, number, name }: { proof: OrderProof; number: string; name: string }) {
  return (
    <figcaption>
      <Anchor component={Link} to={`/orders/review/${proof.id}`} fz="inherit">
        <Code>{number}</Code>
      </Anchor>{" "}
      · <Words>{name}</Words> · <When time={proof.createdAt} />
    </figcaption>
  );
}

interface ToolProps {
  label: string;
  keys: string;
  onClick: () => void;
  isOff?: boolean;
  children: ReactNode;
}

function Tool({ label, keys, onClick, isOff, children }: ToolProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon size={32} aria-label={label} aria-keyshortcuts={keys} onClick={onClick} disabled={isOff}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
