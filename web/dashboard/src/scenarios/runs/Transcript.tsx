// What was said in a run, as a chat; each answer leads to how it was decided.

import { Text, UnstyledButton } from "@mantine/core";
import { Receipt } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { WhatsappText } from "@/ui/WhatsappText";
import type { PlayedRun } from "../documents";
import "@/ui/chat.css";

interface TranscriptProps {
  run: PlayedRun;
  onTurn: (id: string) => void;
}

export function Transcript({ run: { state, transcript }, onTurn }: TranscriptProps) {
  const { t } = useTranslation("scenarios");
  const { can } = useSession();
  if (transcript.length === 0) {
    return (
      <Text fz="sm" className="muted" ta="center" py="xl">
        {state === "WAITING" || state === "RUNNING" ? t("transcript.soon") : t("transcript.empty")}
      </Text>
    );
  }
  return (
    <ol className="transcript" aria-label={t("transcript.title")}>
      {transcript.map(({ id, author, sentFile, text, turn }) => (
        <li key={id} className="transcript-line" data-author={author}>
          <div className="transcript-bubble">
            <span className="transcript-author">{t(`author.${author}`)}</span>
            {sentFile === null ? (
              <WhatsappText>{text}</WhatsappText>
            ) : (
              <span className="transcript-file">
                <Receipt size={16} aria-hidden /> {t(`sends.${sentFile}`)}
              </span>
            )}
            {turn && can("conversations:read") && (
              <UnstyledButton
                className="transcript-why"
                onClick={() => {
                  onTurn(turn.id);
                }}
              >
                {t("transcript.why")}
              </UnstyledButton>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
