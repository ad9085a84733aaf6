// Why a person should look at this chat, and saying that one did.

import { Button, Group, Text } from "@mantine/core";
import { Check, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useTell } from "@/ui/problems";
import { CLEAR_ATTENTION } from "../changes";
import type { Chat } from "../documents";
import { useAttention } from "../reasons";

export function AttentionBar({ chat, reason }: { chat: Chat; reason: NonNullable<Chat["attention"]> }) {
  const { t } = useTranslation("conversations");
  const { can } = useSession();
  const tell = useTell();
  const attention = useAttention();
  const [clear, isClearing] = useChange(CLEAR_ATTENTION);
  const done = async () => {
    const { problem } = await clear({ id: chat.id });
    if (problem) tell.problem(problem);
  };
  return (
    <Group className="chat-attention" gap="xs" wrap="nowrap" role="status">
      <TriangleAlert size={16} aria-hidden />
      <Text fz="sm" c="inherit" flex={1}>
        <strong>{attention(reason)}</strong> <span className="chat-attention-advice">{t(`attentionAdvice.${reason}`)}</span>
      </Text>
      {reason === "PROOF_WAITING" && can("orders:read") && (
        <Button component={Link} to="/orders/review" size="compact-sm" variant="default">
          {t("reviewProofs")}
        </Button>
      )}
      {can("conversations:write") && (
        <Button
          size="compact-sm"
          variant="default"
          loading={isClearing}
          leftSection={<Check size={14} aria-hidden />}
          onClick={() => void done()}
        >
          {t("attentionDone")}
        </Button>
      )}
    </Group>
  );
}
