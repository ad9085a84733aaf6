// A proof in small, where its words stand beside it.

import { FileText, FileX2 } from "lucide-react";
import { useState } from "react";
import type { ProofFile } from "./parts";
import { pictureOf } from "./ProofPicture";

export function ProofThumb({ file }: { file: ProofFile }) {
  const [isBroken, setIsBroken] = useState(false);
  const picture = pictureOf(file);
  return (
    <span className="proof-thumb">
      {picture === null || isBroken ? (
        <FileX2 size={18} aria-hidden />
      ) : (
        <img
          src={picture}
          alt=""
          loading="lazy"
          onError={() => {
            setIsBroken(true);
          }}
        />
      )}
      {file.contentType === "application/pdf" && <FileText size={14} className="proof-kind" aria-hidden />}
    </span>
  );
}
