// What a message holds, by its kind.

import { Anchor, Text } from "@mantine/core";
import { ContactRound, MapPin } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Code, Words } from "@/ui/values";
import { WhatsappText } from "@/ui/WhatsappText";
import type { Message } from "../documents";
import { File } from "./File";

export function Content({ message }: { message: Message }) {
  const { kind, text } = message;
  switch (kind) {
    case "TEXT":
      return <WhatsappText>{text}</WhatsappText>;
    case "IMAGE":
    case "STICKER":
    case "VIDEO":
    case "AUDIO":
    case "DOCUMENT":
      return <WithCaption message={message} />;
    case "LOCATION":
      return <Location message={message} />;
    case "CONTACT":
      return <Contacts message={message} />;
    case "REACTION":
      return <Reaction message={message} />;
    case "UNSUPPORTED":
      return <Unsupported message={message} />;
  }
}

function WithCaption({ message }: { message: Message }) {
  const { t } = useTranslation("conversations");
  return (
    <>
      <File message={message} />
      {message.transcript !== null && (
        <div className="bubble-transcript">
          <Text fz="xs" className="muted">
            {t("message.transcript")}
          </Text>
          {message.transcript === "" ? <p className="bubble-note">{t("message.silence")}</p> : <WhatsappText>{message.transcript}</WhatsappText>}
        </div>
      )}
      {message.text !== "" && <WhatsappText>{message.text}</WhatsappText>}
    </>
  );
}

function Location({ message }: { message: Message }) {
  const { t } = useTranslation("conversations");
  const { latitude, longitude, live } = message.detail as { latitude?: unknown; longitude?: unknown; live?: unknown };
  const isPlace = typeof latitude === "number" && typeof longitude === "number";
  return (
    <>
      <p className="bubble-line-icon">
        <MapPin size={18} aria-hidden />
        <span>{live === true ? t("message.liveLocation") : t("kinds.LOCATION")}</span>
      </p>
      {message.text !== "" && <WhatsappText>{message.text}</WhatsappText>}
      {isPlace && (
        <Anchor href={`geo:${String(latitude)},${String(longitude)}`} fz="sm">
          <Code>
            {latitude.toFixed(5)}, {longitude.toFixed(5)}
          </Code>
        </Anchor>
      )}
    </>
  );
}

interface Card {
  name?: unknown;
  phones?: unknown;
}

function Contacts({ message }: { message: Message }) {
  const { t } = useTranslation("conversations");
  const { contacts } = message.detail as { contacts?: unknown };
  const cards = Array.isArray(contacts) ? (contacts as Card[]) : [];
  if (cards.length === 0) return <WhatsappText>{message.text || t("kinds.CONTACT")}</WhatsappText>;
  return cards.map(({ name, phones }, place) => (
    <div key={place} className="bubble-line-icon">
      <ContactRound size={18} aria-hidden />
      <div>
        <strong>
          <Words>{typeof name === "string" && name !== "" ? name : t("nameless")}</Words>
        </strong>
        {(Array.isArray(phones) ? phones : []).map((phone) => (
          <div key={String(phone)}>
            <Code>{String(phone)}</Code>
          </div>
        ))}
      </div>
    </div>
  ));
}

/** Of one that was given to a message that is not shown. */
function Reaction({ message }: { message: Message }) {
  const { t } = useTranslation("conversations");
  return (
    <p className="bubble-note">
      {message.text === "" ? t("message.reactionRemoved") : t("message.reacted", { emoji: message.text })}
    </p>
  );
}

const KNOWN = ["view_once", "only_on_phone", "unreadable"] as const;

function Unsupported({ message }: { message: Message }) {
  const { t } = useTranslation("conversations");
  const { type } = message.detail as { type?: unknown };
  const known = KNOWN.find((each) => each === type);
  return (
    <>
      <p className="bubble-note">{known ? t(`unsupported.${known}`) : t("unsupported.other", { type: typeof type === "string" ? type : "?" })}</p>
      {message.text !== "" && <WhatsappText>{message.text}</WhatsappText>}
    </>
  );
}
