// Why the shop does not answer: its number is not on the line; and the way to bring it there.

import { Button, Text } from "@mantine/core";
import { Plug } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStateWords } from "@/accounts/state";
import { useSession } from "@/session/session";
import type { SimulatedNumber } from "../documents";
import { useBringUp } from "../useBringUp";

export function LineNotice({ number }: { number: SimulatedNumber }) {
  const { t } = useTranslation("simulator");
  const { can } = useSession();
  const words = useStateWords()(number);
  const { bringUp, isBringing } = useBringUp(number);
  if (number.status === "CONNECTED") return null;
  const isHeld = number.status === "BANNED" && number.bannedUntil !== null;
  return (
    <div className="sim-notice" role="status">
      <Text fz="sm" c="inherit">
        <b>{words.reason ?? words.state}.</b> {t("line.waits")}
      </Text>
      {can("accounts:write")
        ? !isHeld && (
            <Button size="xs" loading={isBringing} leftSection={<Plug size={14} aria-hidden />} onClick={bringUp}>
              {t("line.bringUp")}
            </Button>
          )
        : t("line.ask")}
    </div>
  );
}
