// One customer of one simulated number: their phone, and the glass box beside it.

import { SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ACCOUNT_CHANGED } from "@/accounts/documents";
import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";
import type { SimulatedNumber } from "./documents";
import { Glass } from "./glass/Glass";
import type { Person } from "./person";
import { Phone } from "./phone/Phone";
import { useChat } from "./useChat";
import { useReceipts } from "./useReceipts";
import { useSale } from "./useSale";

/** Give it the number and the person as its key: another chat is another phone. */
export function Bench({ number, person }: { number: SimulatedNumber; person: Person }) {
  const { t } = useTranslation("simulator");
  const mayLink = useSession().can("accounts:write");
  const isWide = useMediaQuery("(min-width: 62em)", true);
  const [side, setSide] = useState<"phone" | "glass">("phone");
  const [readsAtOnce, setReadsAtOnce] = useState(true);
  const [looked, setLooked] = useState<string | null>(null);
  const acknowledge = useReceipts(number.id, readsAtOnce);
  const chat = useChat(number.id, person);
  const sale = useSale(chat.customerId);
  const orders = sale?.orders?.nodes ?? [];
  useLive(ACCOUNT_CHANGED, { id: number.id, mayLink });
  const unseen = chat.messages.filter(({ direction, state }) => direction === "OUTBOUND" && state !== "READ");
  useEffect(() => {
    acknowledge(unseen);
  });
  const why = (turn: string) => {
    setLooked(turn);
    setSide("glass");
  };
  return (
    <>
      {!isWide && (
        <SegmentedControl
          fullWidth
          aria-label={t("sides.label")}
          value={side}
          onChange={(value) => {
            setSide(value as "phone" | "glass");
          }}
          data={[
            { value: "phone", label: t("sides.phone") },
            { value: "glass", label: t("sides.glass") },
          ]}
        />
      )}
      <div className="sim-bench">
        <div hidden={!isWide && side !== "phone"}>
          <Phone
            number={number}
            person={person}
            chat={chat}
            order={orders.findLast(({ status }) => status === "PENDING" || status === "REJECTED") ?? orders.at(-1)}
            readsAtOnce={readsAtOnce}
            onReadsAtOnce={setReadsAtOnce}
            onWhy={why}
          />
        </div>
        <div hidden={!isWide && side !== "glass"}>
          <Glass
            sale={sale}
            turn={looked ?? chat.lastTurn}
            isNewest={looked === null || looked === chat.lastTurn}
            onNewest={() => {
              setLooked(null);
            }}
          />
        </div>
      </div>
    </>
  );
}
