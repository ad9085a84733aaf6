// What went wrong with a message, and what a person may do about it.

import { Box, Button, Text } from "@mantine/core";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { Code } from "@/ui/values";
import { RETRY } from "../changes";
import type { Message } from "../documents";

export function Trouble({ message }: { message: Message }) {
  const { t } = useTranslation("conversations");
  const { can } = useSession();
  const confirm = useConfirm();
  const tell = useTell();
  const { keyFor, done } = useIntention();
  const [retry, isRetrying] = useChange(RETRY);
  const { failure, id, retriedBy, state } = message;
  if (state !== "FAILED" && state !== "AMBIGUOUS" && state !== "DISCARDED") return null;
  const again = async () => {
    const question = { title: t("trouble.twiceTitle"), text: t("trouble.twice"), action: t("trouble.sendAgain") };
    if (state === "AMBIGUOUS" && !(await confirm(question))) return;
    const { problem } = await retry({ id, key: keyFor(id) });
    if (problem) tell.problem(problem);
    else done();
  };
  return (
    <Box className="bubble-trouble" data-state={state}>
      <Text fz="xs" c="inherit">
        {failure === "number_removed" ? t("trouble.numberRemoved") : t(`trouble.${state}`)}
        {failure !== null && state === "FAILED" && (
          <>
            {" "}
            <Code>{failure}</Code>
          </>
        )}
        {retriedBy && <> {t("trouble.retried")}</>}
      </Text>
      {state !== "DISCARDED" && !retriedBy && can("conversations:write") && (
        <Button
          size="compact-xs"
          variant="default"
          loading={isRetrying}
          leftSection={<RotateCcw size={12} aria-hidden />}
          onClick={() => void again()}
        >
          {t("trouble.sendAgain")}
        </Button>
      )}
    </Box>
  );
}
