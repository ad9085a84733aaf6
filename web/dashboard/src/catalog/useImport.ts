// A file on its way into the catalogue: sent, looked at, and applied when somebody says so.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { IMPORT, UPLOAD, type ImportProblem, type Outcome } from "./import-documents";

const LARGEST = 2 * 1024 * 1024;

type Format = "CSV" | "JSON";
const KINDS: Record<Format, string> = { CSV: "text/csv", JSON: "application/json" };

interface Sent {
  fileName: string;
  uploadId: string;
  format: Format;
  outcome: Outcome;
}

export type ImportState =
  | { step: "choose"; complaint?: string; problem?: Problem }
  | { step: "reading"; fileName: string }
  | ({ step: "looked" | "applying"; problem?: Problem } & Sent)
  | { step: "applied"; fileName: string; outcome: Outcome };

function formatOf(file: File): Format | null {
  const name = file.name.toLowerCase();
  if (name.endsWith(".csv")) return "CSV";
  return name.endsWith(".json") ? "JSON" : null;
}

export function useImport() {
  const { t } = useTranslation("catalog");
  const [state, setState] = useState<ImportState>({ step: "choose" });
  const [makeUpload] = useChange(UPLOAD);
  const [take] = useChange(IMPORT);

  const look = async (file: File) => {
    const format = formatOf(file);
    if (format === null || file.size > LARGEST) {
      setState({ step: "choose", complaint: t(format === null ? "import.wrongKind" : "import.tooLarge") });
      return;
    }
    setState({ step: "reading", fileName: file.name });
    const contentType = KINDS[format];
    const asked = { purpose: "CATALOG", contentType, fileName: file.name, byteSize: file.size } as const;
    const upload = await makeUpload({ input: asked });
    if (upload.problem) {
      setState({ step: "choose", problem: upload.problem });
      return;
    }
    if (!(await put(upload.payload.putPath, file, contentType))) {
      setState({ step: "choose", complaint: t("import.uploadFailed") });
      return;
    }
    const { id: uploadId } = upload.payload;
    const { payload, problem } = await take({ input: { uploadId, format, dryRun: true } });
    if (problem) setState({ step: "choose", problem });
    else setState({ step: "looked", fileName: file.name, uploadId, format, outcome: payload });
  };

  const apply = async (sent: Sent) => {
    setState({ ...sent, step: "applying" });
    const { uploadId, format } = sent;
    const { payload, problem } = await take({ input: { uploadId, format, dryRun: false, idempotencyKey: newKey() } });
    if (payload) setState({ step: "applied", fileName: sent.fileName, outcome: payload });
    else setState({ ...sent, step: "looked", problem, outcome: { ...sent.outcome, ...wrongNow(problem) } });
  };

  const begin = () => {
    setState({ step: "choose" });
  };
  return { state, look, apply, begin };
}

/** Between the look and the application others may have changed the catalogue. */
function wrongNow({ code, error }: Problem): Partial<Outcome> {
  if (code !== "CATALOG_NOT_IMPORTABLE") return {};
  const { problemCount, problems } = error as { problemCount: number; problems: ImportProblem[] };
  return { problemCount, problems };
}

async function put(path: string, file: File, contentType: string): Promise<boolean> {
  try {
    const { ok } = await fetch(path, { method: "PUT", body: file, headers: { "content-type": contentType } });
    return ok;
  } catch {
    return false;
  }
}
