// A message that is on its way to the server, or did not get there.

import { Button, Group, Progress, Text } from "@mantine/core";
import { CircleAlert, Clock, FileText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useProblemText } from "@/ui/problems";
import { Words } from "@/ui/values";
import { WhatsappText } from "@/ui/WhatsappText";
import type { Outgoing } from "../composer/outgoing";

interface OutgoingBubbleProps {
  outgoing: Outgoing;
  onRetry: (key: string) => void;
  onDiscard: (key: string) => void;
}

export function OutgoingBubble({ outgoing, onRetry, onDiscard }: OutgoingBubbleProps) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const problemText = useProblemText();
  const format = useFormat();
  const { createdAt, file, key, preview, problem, progress, stage, text } = outgoing;
  const Icon = stage === "failed" ? CircleAlert : Clock;
  const state = t(`outgoing.${stage}`);
  return (
    <div className="bubble-line" data-side="OUTBOUND" data-first>
      <article className="bubble" data-author="STAFF" data-state={stage === "failed" ? "FAILED" : "QUEUED"}>
        <p className="visually-hidden">{t("authors.YOU")}</p>
        {preview !== undefined && <img className="bubble-picture" src={preview} alt={file?.name ?? ""} />}
        {file && preview === undefined && (
          <Group gap={8} wrap="nowrap" className="bubble-file">
            <FileText size={20} aria-hidden />
            <span className="clip">
              <Words>{file.name}</Words>
            </span>
          </Group>
        )}
        {stage === "uploading" && <Progress value={progress * 100} size="sm" my={6} aria-label={t("outgoing.uploading")} />}
        {text !== "" && <WhatsappText>{text}</WhatsappText>}
        <p className="bubble-foot">
          <time dateTime={createdAt} className="num">
            {format.time(createdAt)}
          </time>
          <span className="bubble-state" title={state}>
            <Icon size={15} aria-hidden />
            <span className="visually-hidden">{state}</span>
          </span>
        </p>
      </article>
      {problem && (
        <div className="bubble-trouble" data-state="FAILED" role="alert">
          <Text fz="xs" c="inherit">
            {t("outgoing.failed")} {problemText(problem)}
          </Text>
          <Group gap={6}>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                onRetry(key);
              }}
            >
              {common("actions.retry")}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                onDiscard(key);
              }}
            >
              {t("outgoing.discard")}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}
