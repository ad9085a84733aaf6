// Notices, and what one can do with them: having seen them is one's own, resolving them is for everybody.

import { useCallback } from "react";
import { useClient } from "urql";
import { graphql, type FragmentOf } from "@/api/graphql";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { problemOf, type Problem } from "@/api/problems";

export const NOTICE = graphql(`
  fragment NoticeLine on Notice {
    id
    kind
    detail
    createdAt
    isSeen
    resolvedAt
    about {
      __typename
      id
      ... on WhatsappAccount {
        name
      }
      ... on Conversation {
        customer {
          id
          profileName
          phone
        }
      }
      ... on AiProvider {
        name
      }
      ... on PaymentMethod {
        label
      }
      ... on Webhook {
        name
      }
    }
  }
`);

const UNSEEN = graphql(`
  query UnseenIds {
    notices(first: 100, filter: { isSeen: false }) {
      nodes {
        id
      }
    }
  }
`);

const MARK_SEEN = graphql(`
  mutation MarkSeen($input: NoticeMarkSeenInput!) {
    noticeMarkSeen(input: $input) {
      ... on NoticesPayload {
        notices {
          id
          isSeen
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

const RESOLVE = graphql(`
  mutation ResolveNotice($input: NoticeResolveInput!) {
    noticeResolve(input: $input) {
      ... on NoticePayload {
        notice {
          id
          resolvedAt
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export type Notice = FragmentOf<typeof NOTICE>;

/** The most that are marked at once. */
const BATCH = 100;

export function useSeeing(): { see: (ids: string[]) => Promise<Problem | undefined>; seeAll: () => Promise<Problem | undefined> } {
  const client = useClient();
  const [mark] = useChange(MARK_SEEN);
  const see = useCallback(
    async (ids: string[]) => (await mark({ input: { ids: ids.slice(0, BATCH), idempotencyKey: newKey() } })).problem,
    [mark],
  );
  const seeAll = useCallback(async () => {
    for (;;) {
      const { data, error } = await client.query(UNSEEN, {}, { requestPolicy: "network-only" }).toPromise();
      if (error) return problemOf(error);
      const ids = data?.notices?.nodes.map(({ id }) => id) ?? [];
      const problem = ids.length > 0 ? await see(ids) : undefined;
      if (problem || ids.length < BATCH) return problem;
    }
  }, [client, see]);
  return { see, seeAll };
}

export function useResolving(): [(id: string) => Promise<Problem | undefined>, boolean] {
  const [change, isBusy] = useChange(RESOLVE);
  const resolve = useCallback(
    async (id: string) => (await change({ input: { id, idempotencyKey: newKey() } })).problem,
    [change],
  );
  return [resolve, isBusy];
}
