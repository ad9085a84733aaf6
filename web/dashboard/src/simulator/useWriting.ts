// The customer's own messages: shown at once, and ticked as they get further.

import { useState } from "react";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { put } from "@/conversations/composer/put";
import { useTell } from "@/ui/problems";
import { EDIT, REVOKE, UPLOAD, WRITE } from "./changes";
import type { Said } from "./documents";
import type { Person } from "./person";

export interface Pending {
  key: string;
  text: string;
  file: File | null;
  createdAt: string;
  /** Known as soon as the network took it. */
  whatsappId: string | null;
  problem: Problem | null;
}

export interface Wish {
  text: string;
  file?: File | null;
  quoted?: string | undefined;
  /** A person of the shop writes it, on the linked phone itself. */
  isFromUs?: boolean;
}

const KINDS = { image: "IMAGE", audio: "AUDIO", video: "VIDEO" } as const;

function kindOf(file: File) {
  return KINDS[file.type.split("/")[0] as keyof typeof KINDS] ?? "DOCUMENT";
}

/** Pictures and PDFs are looked at as proofs of payment; anything else is just sent. */
function purposeOf(file: File) {
  return file.type.startsWith("image/") || file.type === "application/pdf" ? "PROOF" : "MESSAGE";
}

export function useWriting(accountId: string, { lid, phone, name }: Person) {
  const tell = useTell();
  const [write] = useChange(WRITE);
  const [createUpload] = useChange(UPLOAD);
  const [askEdit] = useChange(EDIT);
  const [askRevoke] = useChange(REVOKE);
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const from = { accountId, lid, phone: phone || null, profileName: name };

  const settle = (key: string, changes: Partial<Pending>) => {
    setPending((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  };
  const upload = async (file: File): Promise<{ id: string } | { problem: Problem }> => {
    const contentType = file.type || "application/octet-stream";
    const { payload, problem } = await createUpload({
      input: { purpose: purposeOf(file), contentType, fileName: file.name, byteSize: file.size },
    });
    if (problem) return { problem };
    const refused = await put(payload.putPath, file, contentType, () => undefined);
    return refused ? { problem: refused } : { id: payload.id };
  };
  const send = async ({ text, file = null, quoted, isFromUs = false }: Wish) => {
    const key = newKey();
    const createdAt = new Date().toISOString();
    if (!isFromUs) setPending((all) => [...all, { key, text, file, createdAt, whatsappId: null, problem: null }]);
    const uploaded = file === null ? null : await upload(file);
    if (uploaded && "problem" in uploaded) {
      settle(key, { problem: uploaded.problem });
      return;
    }
    const { payload, problem } = await write({
      input: {
        ...from,
        text,
        isFromUs,
        ...(file && uploaded ? { kind: kindOf(file), uploadId: uploaded.id } : {}),
        ...(quoted === undefined ? {} : { quotedMessageId: quoted }),
        idempotencyKey: key,
      },
    });
    if (problem && isFromUs) tell.problem(problem);
    settle(key, problem ? { problem } : { whatsappId: payload.whatsappId });
  };
  const react = async (whatsappId: string, emoji: string) => {
    const { problem } = await write({
      input: { ...from, kind: "REACTION", text: emoji, quotedMessageId: whatsappId, idempotencyKey: newKey() },
    });
    if (problem) tell.problem(problem);
  };
  /** The network delivers the same message once more; the shop must answer it once all the same. */
  const repeat = async ({ text, whatsappId }: Said) => {
    const { problem } = await write({ input: { ...from, text, whatsappId, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
  };
  const edit = async (whatsappId: string, text: string) => {
    const { problem } = await askEdit({ input: { accountId, lid, whatsappId, text, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
  };
  const revoke = async (whatsappId: string) => {
    const { problem } = await askRevoke({ input: { accountId, lid, whatsappId, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
  };
  const discard = (key: string) => {
    setPending((all) => all.filter((each) => each.key !== key));
  };
  return { pending, send, react, repeat, edit, revoke, discard };
}

export type Writing = ReturnType<typeof useWriting>;
