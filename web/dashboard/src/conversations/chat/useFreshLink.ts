// Links of files last for an hour; a page may be open for longer.

import { useCallback, useState } from "react";
import { useClient } from "urql";
import { MEDIA, type Media } from "../documents";

export function useFreshLink({ id, url, previewUrl }: Media) {
  const client = useClient();
  const [renewedFor, setRenewedFor] = useState<string>();
  const onError = useCallback(() => {
    // Once for each link: a file that cannot be shown stays so.
    if (url === null || renewedFor !== undefined) return;
    setRenewedFor(url);
    void client.query(MEDIA, { id }, { requestPolicy: "network-only" }).toPromise();
  }, [client, id, url, renewedFor]);
  return { url: url ?? undefined, previewUrl: previewUrl ?? undefined, onError };
}
