// The customer's phone: the chat with the shop as they see it.

import { Menu, UnstyledButton } from "@mantine/core";
import { Check, EllipsisVertical } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { Words } from "@/ui/values";
import type { SimulatedNumber, SimulatedOrder } from "../documents";
import type { Person } from "../person";
import { sampleReceipt } from "../sampleReceipt";
import type { SimulatedChat } from "../useChat";
import { useTyping } from "../useTyping";
import { useWriting } from "../useWriting";
import { Composer, type Aside } from "./Composer";
import { LineNotice } from "./LineNotice";
import { Openers } from "./Openers";
import { Thread } from "./Thread";

interface PhoneProps {
  number: SimulatedNumber;
  person: Person;
  chat: SimulatedChat;
  /** What a receipt is made over. */
  order: SimulatedOrder | undefined;
  readsAtOnce: boolean;
  onReadsAtOnce: (isOn: boolean) => void;
  onWhy: (turn: string) => void;
}

export function Phone({ number, person, chat, order, readsAtOnce, onReadsAtOnce, onWhy }: PhoneProps) {
  const { t } = useTranslation("simulator");
  const format = useFormat();
  const { businessName, currency } = useSession().settings;
  const shop = businessName || "Parley";
  const writing = useWriting(number.id, person);
  const typing = useTyping(number.id, person.lid);
  const [aside, setAside] = useState<Aside>(null);
  const endAside = () => {
    setAside(null);
  };
  const send = (text: string) => {
    const whatsappId = aside?.message.whatsappId ?? undefined;
    if (aside?.how === "edit" && whatsappId !== undefined) void writing.edit(whatsappId, text);
    else void writing.send({ text, quoted: whatsappId });
    endAside();
  };
  const sendReceipt = async () => {
    const total = format.money(order?.total ?? { amount: "1000", currency });
    const words = {
      title: t("receipt.title"),
      amount: t("receipt.amount"),
      reference: t("receipt.reference"),
      date: t("receipt.date"),
      note: t("receipt.note"),
      noMoney: t("receipt.noMoney"),
    };
    await writing.send({ text: "", file: await sampleReceipt(total, format.dateTime(new Date().toISOString()), words) });
  };
  useWarmFonts();
  return (
    <section className="sim-phone" aria-label={t("phone.label", { name: person.name || person.phone })}>
      <header className="sim-head">
        <span className="sim-face" aria-hidden>
          {Array.from(shop)[0]}
        </span>
        <span className="sim-who">
          <strong className="clip">
            <Words>{shop}</Words>
          </strong>
          <span className="sim-presence">{chat.isShopWriting ? t("phone.writing") : number.status === "CONNECTED" ? t("phone.online") : t("phone.offline")}</span>
        </span>
        <Menu position="bottom-end">
          <Menu.Target>
            <UnstyledButton className="sim-head-button" aria-label={t("phone.settings")}>
              <EllipsisVertical size={20} aria-hidden />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              role="menuitemcheckbox"
              aria-checked={readsAtOnce}
              leftSection={<Check size={16} aria-hidden style={{ visibility: readsAtOnce ? "visible" : "hidden" }} />}
              onClick={() => {
                onReadsAtOnce(!readsAtOnce);
              }}
            >
              {t("phone.readsAtOnce")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <LineNotice number={number} />
      <Thread
        chat={chat}
        pending={writing.pending}
        shop={shop}
        start={<Openers onSay={send} />}
        actions={{
          onReply: (message) => {
            setAside({ how: "reply", message });
          },
          onEdit: (message) => {
            setAside({ how: "edit", message });
          },
          onRevoke: ({ whatsappId }) => {
            if (whatsappId !== null) void writing.revoke(whatsappId);
          },
          onRepeat: (message) => void writing.repeat(message),
          onReact: ({ whatsappId }, emoji) => {
            if (whatsappId !== null) void writing.react(whatsappId, emoji);
          },
          onWhy,
          onDiscard: writing.discard,
        }}
      />
      <Composer
        // Other words for a message begin with its own.
        key={aside?.how === "edit" ? aside.message.id : "new"}
        aside={aside}
        onAsideEnd={endAside}
        onSend={send}
        onFile={(file) => void writing.send({ text: "", file })}
        onReceipt={() => void sendReceipt()}
        onOwner={(text) => void writing.send({ text, isFromUs: true })}
        onTyping={typing.touch}
        onTypingEnd={typing.stop}
      />
    </section>
  );
}

/** A picture is drawn with what is loaded: letters that no page showed yet are asked for before. */
function useWarmFonts(): void {
  useEffect(() => {
    void document.fonts.load("28px 'Inter Variable'");
  }, []);
}
