// Sending a file's bytes, and hearing how far they have come.

import type { Problem } from "@/api/problems";

const NETWORK: Problem = { code: "NETWORK", message: "The server cannot be reached.", path: [] };

/** The problem, if there was one. `fetch` tells nothing of its progress, hence the older way. */
export function put(
  path: string,
  file: File,
  contentType: string,
  onProgress: (share: number) => void,
): Promise<Problem | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    request.setRequestHeader("content-type", contentType);
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onerror = () => {
      resolve(NETWORK);
    };
    request.onload = () => {
      resolve(request.status < 300 ? undefined : refusal(request.responseText));
    };
    request.send(file);
  });
}

function refusal(answer: string): Problem {
  try {
    const { errors } = JSON.parse(answer) as { errors: { message: string; extensions: { code: string } }[] };
    const [first] = errors;
    if (first) return { code: first.extensions.code, message: first.message, path: [] };
  } catch {
    // It is no answer of ours, but of something between.
  }
  return NETWORK;
}
