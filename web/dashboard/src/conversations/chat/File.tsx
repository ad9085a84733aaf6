// A file in a message: shown where a browser can, else named. Its space is kept, so that nothing moves when it comes.

import { Anchor, Modal } from "@mantine/core";
import { FileText, FileX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Words } from "@/ui/values";
import type { Media, Message } from "../documents";
import { useFreshLink } from "./useFreshLink";

export function File({ message }: { message: Message }) {
  const { t } = useTranslation("conversations");
  const { detail, kind, media } = message;
  if (media === null || media.isDeleted || media.url === null) {
    const { media: state } = detail as { media?: unknown };
    const why = state === "WAITING" ? "waiting" : state === "TOO_LARGE" ? "tooLarge" : media?.isDeleted ? "deleted" : "gone";
    return (
      <p className="bubble-note bubble-line-icon">
        <FileX size={18} aria-hidden />
        <span>
          {t(`kinds.${kind}`)}: {t(`file.${why}`)}
        </span>
      </p>
    );
  }
  if (media.contentType.startsWith("image/")) return <Picture media={media} isSticker={kind === "STICKER"} />;
  if (media.contentType.startsWith("video/")) return <Film media={media} />;
  if (media.contentType.startsWith("audio/")) return <Sound media={media} />;
  return <Document media={media} />;
}

function Picture({ media, isSticker }: { media: Media; isSticker: boolean }) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const [isLarge, setIsLarge] = useState(false);
  const { url, onError } = useFreshLink(media);
  const alt = isSticker ? t("kinds.STICKER") : media.fileName || t("kinds.IMAGE");
  if (isSticker) return <img className="bubble-sticker" src={url} alt={alt} loading="lazy" onError={onError} />;
  return (
    <>
      <button
        type="button"
        className="bubble-picture-button"
        aria-label={t("file.enlarge", { name: alt })}
        onClick={() => {
          setIsLarge(true);
        }}
      >
        <img className="bubble-picture" src={url} alt="" loading="lazy" onError={onError} />
      </button>
      <Modal
        opened={isLarge}
        onClose={() => {
          setIsLarge(false);
        }}
        size="auto"
        title={<Words>{alt}</Words>}
        closeButtonProps={{ "aria-label": common("actions.close") }}
      >
        <img className="chat-large-picture" src={url} alt={alt} />
      </Modal>
    </>
  );
}

function Film({ media }: { media: Media }) {
  const { t } = useTranslation("conversations");
  const { url, onError } = useFreshLink(media);
  // Customers send no captions with their films.
  // eslint-disable-next-line jsx-a11y/media-has-caption
  return <video className="bubble-picture" src={url} controls preload="metadata" aria-label={t("kinds.VIDEO")} onError={onError} />;
}

function Sound({ media }: { media: Media }) {
  const { t } = useTranslation("conversations");
  const { url, onError } = useFreshLink(media);
  // What was heard in it stands below, where somebody listened.
  // eslint-disable-next-line jsx-a11y/media-has-caption
  return <audio className="bubble-sound" src={url} controls preload="none" aria-label={t("kinds.AUDIO")} onError={onError} />;
}

function Document({ media }: { media: Media }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const { url, previewUrl, onError } = useFreshLink(media);
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" className="bubble-document" underline="never" c="inherit">
      {previewUrl !== undefined && <img className="bubble-page" src={previewUrl} alt="" loading="lazy" onError={onError} />}
      <span className="bubble-file">
        <FileText size={20} aria-hidden />
        <span className="bubble-file-name">
          <span className="clip">
            <Words>{media.fileName || t("kinds.DOCUMENT")}</Words>
          </span>
          <span className="muted num">
            {media.contentType === "application/pdf" ? "PDF" : media.contentType} · {format.bytes(media.byteSize)}
          </span>
        </span>
      </span>
      <span className="visually-hidden">{t("file.opensInTab")}</span>
    </Anchor>
  );
}
