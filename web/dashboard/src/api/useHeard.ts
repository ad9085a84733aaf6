// What a page hears of beyond messages, chats, orders and notices: that something happened, not what it is like now.

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

/** Calls back on each event of these types, see `knownEventTypes`: time to read anew. */
export function useHeard(types: string[], onHeard: () => void, { pause = false }: { pause?: boolean } = {}): void {
  useLive(HAPPENED, { types }, {
    pause,
    onTold: ({ events }) => {
      if (events) onHeard();
    },
  });
}
