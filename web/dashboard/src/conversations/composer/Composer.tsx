// Writing to a customer: text, files, ready replies; what is not sent is kept for each chat.

import { ActionIcon, CloseButton, FileButton, Group, Text, Textarea, Tooltip } from "@mantine/core";
import { FileText, Paperclip, SendHorizontal, Sparkles } from "lucide-react";
import { useId, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Words } from "@/ui/values";
import type { Chat } from "../documents";
import { CannedMenu } from "./CannedMenu";
import { useDraft } from "./drafts";
import { ReadyTexts } from "./ReadyTexts";
import { useCanned } from "./useCanned";

const LONGEST_TEXT = 4096;
const MOST_FILES = 10;

export interface ComposerProps {
  chat: Chat;
  onSend: (text: string, files: readonly File[]) => void;
}

export function Composer({ chat, onSend }: ComposerProps) {
  const { t } = useTranslation("conversations");
  const menu = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(chat.id);
  const [files, setFiles] = useState<File[]>([]);
  const [isChoosing, setIsChoosing] = useState(false);
  const canned = useCanned(text, chat.customer?.language ?? null);
  const isBlocked = chat.customer?.blockedAt != null;
  const isTooLong = text.length > LONGEST_TEXT;
  const isSendable = !isBlocked && !isTooLong && (text.trim() !== "" || files.length > 0);

  const send = () => {
    if (!isSendable) return;
    onSend(text.trim(), files);
    setText("");
    setFiles([]);
    field.current?.focus();
  };
  const insert = (words: string) => {
    setText(words);
    field.current?.focus();
  };
  const attach = (added: Iterable<File> | null) => {
    setFiles((before) => [...before, ...(added ?? [])].slice(0, MOST_FILES));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter that chooses a character of an input method sends nothing.
    if (event.nativeEvent.isComposing) return;
    if (canned.onKeyDown(event, insert)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      attach(event.clipboardData.files);
    }
  };
  const onDrop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    attach(event.dataTransfer.files);
  };

  if (isBlocked) return <p className="chat-composer-note">{t("composer.blocked")}</p>;
  return (
    // Dropping files is a shorter way to what the button does.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="chat-composer"
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault();
      }}
    >
      {canned.isOpen && <CannedMenu id={menu} canned={canned} onChoose={insert} />}
      <Attached
        files={files}
        onRemove={(file) => {
          setFiles((before) => before.filter((each) => each !== file));
        }}
      />
      <Group gap={6} wrap="nowrap" align="flex-end">
        <FileButton multiple onChange={attach}>
          {(props) => (
            <Tooltip label={t("composer.attach")}>
              <ActionIcon {...props} size={36} aria-label={t("composer.attach")}>
                <Paperclip size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
        <Tooltip label={t("composer.ready")}>
          <ActionIcon
            size={36}
            aria-label={t("composer.ready")}
            onClick={() => {
              setIsChoosing(true);
            }}
          >
            <Sparkles size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Textarea
          ref={field}
          id="chat-composer"
          flex={1}
          autosize
          minRows={1}
          maxRows={8}
          dir="auto"
          aria-label={t("composer.label")}
          placeholder={t("composer.placeholder")}
          value={text}
          error={isTooLong ? t("composer.tooLong", { count: text.length - LONGEST_TEXT }) : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          {...(canned.isOpen && {
            "aria-autocomplete": "list",
            "aria-haspopup": "listbox",
            "aria-controls": menu,
            "aria-activedescendant": canned.active === undefined ? undefined : `${menu}-${canned.active.id}`,
          })}
        />
        <ActionIcon size={36} variant="filled" color="brand" aria-label={t("composer.send")} disabled={!isSendable} onClick={send}>
          <SendHorizontal size={18} aria-hidden className="turned" />
        </ActionIcon>
      </Group>
      <Text fz={11} className="muted chat-composer-hint">
        {t("composer.hint")}
      </Text>
      <ReadyTexts
        chat={chat}
        isOpen={isChoosing}
        onClose={() => {
          setIsChoosing(false);
        }}
        onChoose={(words) => {
          setIsChoosing(false);
          insert(words);
        }}
      />
    </div>
  );
}

function Attached({ files, onRemove }: { files: readonly File[]; onRemove: (file: File) => void }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <Group component="ul" gap={6} mb={6} className="chat-attached" aria-label={t("composer.attached")}>
      {files.map((file, place) => (
        <li key={`${file.name} ${String(file.lastModified)} ${String(place)}`}>
          <FileText size={14} aria-hidden />
          <span className="clip">
            <Words>{file.name}</Words>
          </span>
          <span className="muted num">{format.bytes(file.size)}</span>
          <CloseButton
            size="sm"
            aria-label={t("composer.detach", { name: file.name })}
            onClick={() => {
              onRemove(file);
            }}
          />
        </li>
      ))}
    </Group>
  );
}
