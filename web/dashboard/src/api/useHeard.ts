// What a page hears of beyond messages, chats, orders and notices: that something happened, not what it is like now.

import { useDebouncedCallback } from "@mantine/hooks";
import { graphql } from "./graphql";
import { useLive } from "./useLive";

const HAPPENED = graphql(`
  subscription Happened($types: [String!], $after: String) {
    events(types: $types, after: $after) {
      cursor
      type
    }
  }
`);

// An import of a catalogue is a hundred events, and one reading.
const QUIET_MILLISECONDS = 500;

/** Calls back once it is quiet after events of these types, see `knownEventTypes`: time to read anew. */
export function useHeard(types: string[], onHeard: () => void, { pause = false }: { pause?: boolean } = {}): void {
  const hear = useDebouncedCallback(onHeard, QUIET_MILLISECONDS);
  useLive(HAPPENED, { types }, {
    pause,
    onTold: ({ events }) => {
      if (events) hear();
    },
  });
}
