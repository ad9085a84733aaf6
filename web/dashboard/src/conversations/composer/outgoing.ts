// Messages on their way to the server: shown in the chat at once, sent one after another, kept when that failed.

import { useCallback, useMemo } from "react";
import { useClient, type Client } from "urql";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { outcomeOf } from "@/api/useChange";
import { useWatched, Watched } from "@/api/watched";
import { SEND, UPLOAD } from "../changes";
import type { Message } from "../documents";
import { put } from "./put";

export interface Outgoing {
  /** The idempotency key, with this text and this upload: however often it is sent, it is one message. */
  key: string;
  uploadId: string | undefined;
  text: string;
  file: File | undefined;
  /** Of a picture, to show before it is sent. */
  preview: string | undefined;
  createdAt: string;
  /** The newest message of the chat when it was written. */
  after: string | undefined;
  stage: "waiting" | "uploading" | "sending" | "failed";
  /** Of the file, between 0 and 1. */
  progress: number;
  problem: Problem | undefined;
}

const chats = new Map<string, Watched<Outgoing[]>>();
/** What is sent waits for what was sent before it. */
const lines = new Map<string, Promise<void>>();

function outgoingOf(chat: string): Watched<Outgoing[]> {
  const known = chats.get(chat) ?? new Watched<Outgoing[]>([]);
  chats.set(chat, known);
  return known;
}

function change(chat: string, key: string, changes: Partial<Outgoing>): void {
  const all = outgoingOf(chat);
  all.set(all.value.map((each) => (each.key === key ? { ...each, ...changes } : each)));
}

function forget(chat: string, key: string): void {
  const all = outgoingOf(chat);
  const gone = all.value.find((each) => each.key === key);
  if (gone?.preview !== undefined) URL.revokeObjectURL(gone.preview);
  all.set(all.value.filter((each) => each.key !== key));
}

export interface Sending {
  outgoing: Outgoing[];
  send: (text: string, files: readonly File[], after: string | undefined) => void;
  retry: (key: string) => void;
  discard: (key: string) => void;
}

/** `onElsewhere`: the chat was closed, and the customer talks in another one now. */
export function useSending(chat: string, onElsewhere: (chat: string) => void): Sending {
  const client = useClient();
  const all = useMemo(() => outgoingOf(chat), [chat]);
  const outgoing = useWatched(all);
  const dispatch = useCallback(
    (key: string) => {
      const line = (lines.get(chat) ?? Promise.resolve()).then(() => deliver(client, chat, key, onElsewhere));
      lines.set(chat, line);
    },
    [client, chat, onElsewhere],
  );
  const send = useCallback<Sending["send"]>(
    (text, files, after) => {
      const parts = files.length === 0 ? [undefined] : files;
      const written = parts.map((file, place): Outgoing => ({
        key: newKey(),
        uploadId: undefined,
        // The words are the caption of the first file.
        text: place === 0 ? text : "",
        file,
        preview: file?.type.startsWith("image/") ? URL.createObjectURL(file) : undefined,
        createdAt: new Date().toISOString(),
        after,
        stage: "waiting",
        progress: 0,
        problem: undefined,
      }));
      all.set([...all.value, ...written]);
      for (const { key } of written) dispatch(key);
    },
    [all, dispatch],
  );
  const retry = useCallback(
    (key: string) => {
      change(chat, key, { stage: "waiting", problem: undefined });
      dispatch(key);
    },
    [chat, dispatch],
  );
  const discard = useCallback(
    (key: string) => {
      forget(chat, key);
    },
    [chat],
  );
  return { outgoing, send, retry, discard };
}

async function deliver(client: Client, chat: string, key: string, onElsewhere: (chat: string) => void): Promise<void> {
  const message = outgoingOf(chat).value.find((each) => each.key === key);
  if (message === undefined) return;
  const fail = (problem: Problem) => {
    change(chat, key, { stage: "failed", problem });
  };
  let { uploadId } = message;
  if (message.file !== undefined && uploadId === undefined) {
    const upload = await sentFile(client, message.file, (progress) => {
      change(chat, key, { stage: "uploading", progress });
    });
    if (typeof upload !== "string") {
      fail(upload);
      return;
    }
    uploadId = upload;
  }
  change(chat, key, { stage: "sending", uploadId });
  const asked = { id: chat, text: message.text, uploadId: uploadId ?? null, key };
  const { payload, problem } = outcomeOf(await client.mutation(SEND, asked).toPromise());
  if (problem) {
    fail(problem);
    // The file lapsed: it goes again, as another input under another key.
    if (problem.code.startsWith("UPLOAD_")) change(chat, key, { uploadId: undefined, key: newKey() });
    return;
  }
  forget(chat, key);
  const place = payload.sentMessage.conversation.id;
  if (place !== chat) onElsewhere(place);
}

async function sentFile(
  client: Client,
  file: File,
  onProgress: (share: number) => void,
): Promise<string | Problem> {
  onProgress(0);
  const contentType = file.type || "application/octet-stream";
  const asked = await client.mutation(UPLOAD, { fileName: file.name, contentType, byteSize: file.size }).toPromise();
  const { payload, problem } = outcomeOf(asked);
  if (problem) return problem;
  return (await put(payload.putPath, file, contentType, onProgress)) ?? payload.id;
}

/** Those that the chat does not hold yet: a message may be told of before its sender hears that it was sent. */
export function notArrived(outgoing: readonly Outgoing[], messages: readonly Message[], me: string): Outgoing[] {
  const taken = new Set<string>();
  return outgoing.filter(({ after, file, problem, stage, text }) => {
    // Where only the answer was lost, it arrived all the same.
    if (stage !== "sending" && problem?.code !== "NETWORK") return true;
    const start = after === undefined ? 0 : messages.findIndex(({ id }) => id === after) + 1;
    const arrived = messages.slice(start).find((message) => {
      const isMine = message.author === "STAFF" && message.staff?.id === me;
      return isMine && !taken.has(message.id) && message.text === text && (message.media !== null) === (file !== undefined);
    });
    if (arrived) taken.add(arrived.id);
    return arrived === undefined;
  });
}
