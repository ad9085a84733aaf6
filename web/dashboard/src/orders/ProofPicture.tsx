// A proof as a picture that can be zoomed, moved and turned.

import { Anchor, Loader, Stack, Text } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { FileX2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { steadyLink } from "@/ui/mediaLinks";
import type { ProofFile } from "./parts";
import { useGestures } from "./useGestures";
import type { Viewing } from "./useView";

export interface ProofPictureProps {
  file: ProofFile;
  alt: string;
  viewing: Viewing;
  /** Called when it is on the screen, or cannot be. */
  onShown?: (isShown: boolean) => void;
}

const MARGIN = 12;

/** A path to what can be shown of a file: the picture itself, or a PDF's first page. */
export function pictureOf(file: ProofFile): string | null {
  if (file.isDeleted) return null;
  const link = file.contentType.startsWith("image/") ? file.url : file.previewUrl;
  return link === null ? null : steadyLink(link);
}

export function ProofPicture({ file, alt, viewing, onShown }: ProofPictureProps) {
  const { t } = useTranslation(["orders", "common"]);
  const { ref: sizeRef, width, height } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const boxRef = useMergedRef(sizeRef, box);
  const [natural, setNatural] = useState({ width: 0, height: 0 });
  const [isBroken, setIsBroken] = useState(false);
  const { view } = viewing;
  const isSideways = view.turns % 2 === 1;
  const [across, down] = isSideways ? [natural.height, natural.width] : [natural.width, natural.height];
  const fit = across === 0 ? 0 : Math.min((width - 2 * MARGIN) / across, (height - 2 * MARGIN) / down);
  const whole = { width: across * fit, height: down * fit };
  const gestures = useGestures(box, whole, viewing);
  const picture = pictureOf(file);

  if (picture === null || isBroken) {
    return (
      <Stack className="proof-picture" align="center" justify="center" gap="xs" p="md">
        <FileX2 size={28} aria-hidden />
        <Text fz="sm" ta="center">
          {file.isDeleted ? t("picture.deleted") : t("picture.broken")}
        </Text>
        {!file.isDeleted && file.url && (
          <Anchor href={file.url} target="_blank" fz="sm">
            {t("picture.open")}
          </Anchor>
        )}
      </Stack>
    );
  }
  const aside = (part: number, size: number, room: number) => {
    const furthest = Math.max(0, (size * view.zoom - room) / 2);
    return Math.min(Math.max(part * size * view.zoom, -furthest), furthest);
  };
  const moved = `translate(${String(aside(view.x, whole.width, width))}px, ${String(aside(view.y, whole.height, height))}px)`;
  return (
    <div ref={boxRef} className="proof-picture" dir="ltr" data-near={view.zoom > 1 || undefined} {...gestures}>
      {across === 0 && <Loader className="proof-loading" aria-label={t("common:list.loading")} />}
      <img
        src={picture}
        alt={alt}
        draggable={false}
        onLoad={(event) => {
          const { naturalWidth, naturalHeight } = event.currentTarget;
          setNatural({ width: naturalWidth, height: naturalHeight });
          onShown?.(true);
        }}
        onError={() => {
          setIsBroken(true);
          onShown?.(false);
        }}
        style={{
          width: natural.width * fit * view.zoom,
          height: natural.height * fit * view.zoom,
          transform: `translate(-50%, -50%) ${moved} rotate(${String(view.turns * 90)}deg)`,
        }}
      />
    </div>
  );
}
