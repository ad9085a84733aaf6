// Where the customer writes: words, a picture or a PDF, a sample receipt, an answer to one message, other words for it.

import { ActionIcon, FileButton, Menu, Textarea } from "@mantine/core";
import { Paperclip, ReceiptText, SendHorizontal, Store, Upload, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Words } from "@/ui/values";
import type { Said } from "../documents";

export type Aside = { how: "reply" | "edit"; message: Said } | null;

interface ComposerProps {
  aside: Aside;
  onAsideEnd: () => void;
  onSend: (text: string) => void;
  onFile: (file: File) => void;
  onReceipt: () => void;
  /** What the owner of the shop writes on the phone that is linked. */
  onOwner: (text: string) => void;
  onTyping: () => void;
  onTypingEnd: () => void;
}

export function Composer({ aside, onAsideEnd, onSend, onFile, onReceipt, onOwner, onTyping, onTypingEnd }: ComposerProps) {
  const { t } = useTranslation(["simulator", "common"]);
  const [text, setText] = useState(aside?.how === "edit" ? aside.message.text : "");
  const field = useRef<HTMLTextAreaElement>(null);
  const isSendable = text.trim() !== "";
  useEffect(() => {
    if (aside !== null) field.current?.focus();
  }, [aside]);
  const send = (how: (text: string) => void) => {
    if (!isSendable) return;
    how(text.trim());
    setText("");
    onTypingEnd();
    field.current?.focus();
  };
  return (
    <form
      className="sim-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send(onSend);
      }}
    >
      {aside !== null && (
        <div className="sim-aside">
          <span className="clip">
            <b>{t(`composer.${aside.how}`)}</b> <Words>{aside.message.text || t(`kinds.${aside.message.kind}`)}</Words>
          </span>
          <ActionIcon size={24} aria-label={t("common:actions.cancel")} onClick={onAsideEnd}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
      <div className="sim-writing">
        <FileButton
          accept="image/*,application/pdf,audio/*,video/*"
          onChange={(file) => {
            if (file) onFile(file);
          }}
        >
          {({ onClick }) => (
            <Menu position="top-start">
              <Menu.Target>
                <ActionIcon size={40} radius="xl" aria-label={t("composer.attach")}>
                  <Paperclip size={20} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<ReceiptText size={16} aria-hidden />} onClick={onReceipt}>
                  {t("composer.receipt")}
                </Menu.Item>
                <Menu.Item leftSection={<Upload size={16} aria-hidden />} onClick={onClick}>
                  {t("composer.file")}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item
                  leftSection={<Store size={16} aria-hidden />}
                  disabled={!isSendable}
                  onClick={() => {
                    send(onOwner);
                  }}
                >
                  {t("composer.owner")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </FileButton>
        <Textarea
          ref={field}
          flex={1}
          autosize
          minRows={1}
          maxRows={5}
          radius="lg"
          dir="auto"
          aria-label={t("composer.label")}
          placeholder={t("composer.placeholder")}
          maxLength={4096}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (event.currentTarget.value === "") onTypingEnd();
            else onTyping();
          }}
          onBlur={onTypingEnd}
          onKeyDown={(event) => {
            // Enter that chooses a character of an input method sends nothing.
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send(onSend);
          }}
        />
        <ActionIcon type="submit" variant="filled" color="brand" size={40} radius="xl" disabled={!isSendable} aria-label={t("composer.send")}>
          <SendHorizontal size={18} aria-hidden className="turned" />
        </ActionIcon>
      </div>
    </form>
  );
}
