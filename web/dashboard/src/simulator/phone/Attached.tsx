// A picture or a file within a bubble.

import { FileText } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { steadyLink } from "@/ui/mediaLinks";
import { Words } from "@/ui/values";
import type { Said } from "../documents";

export function Attached({ message: { media, kind } }: { message: Said }) {
  const { t } = useTranslation("simulator");
  if (media === null) return kind === "TEXT" ? null : <p className="sim-note">{t(`kinds.${kind}`)}</p>;
  if (media.isDeleted || media.url === null) return <p className="sim-note">{t("file.gone")}</p>;
  const url = steadyLink(media.url);
  if (media.contentType.startsWith("image/")) {
    return (
      <a href={url} target="_blank" rel="noreferrer" aria-label={t("file.open", { name: media.fileName || t(`kinds.${kind}`) })}>
        <img className="sim-picture" src={url} alt="" />
      </a>
    );
  }
  return (
    <a className="sim-file" href={url} target="_blank" rel="noreferrer">
      {media.previewUrl !== null && <img className="sim-page" src={steadyLink(media.previewUrl)} alt="" />}
      <FileLine name={media.fileName || t(`kinds.${kind}`)} size={media.byteSize} />
    </a>
  );
}

/** Before it was sent. */
export function Unsent({ file }: { file: File }) {
  const [link, setLink] = useState<string>();
  const isPicture = file.type.startsWith("image/");
  useEffect(() => {
    if (!isPicture) return undefined;
    const made = URL.createObjectURL(file);
    // A link to a blob is a resource of the browser: made and given back, not computed.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setLink(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [file, isPicture]);
  if (isPicture) return <img className="sim-picture" src={link} alt={file.name} />;
  return (
    <span className="sim-file">
      <FileLine name={file.name} size={file.size} />
    </span>
  );
}

function FileLine({ name, size }: { name: string; size: number }) {
  const format = useFormat();
  return (
    <span className="sim-file-line">
      <FileText size={20} aria-hidden />
      <span style={{ minWidth: 0 }}>
        <span className="clip" style={{ display: "block" }}>
          <Words>{name}</Words>
        </span>
        <span className="num">{format.bytes(size)}</span>
      </span>
    </span>
  );
}
