// The pages of people who are signed in.

import { SessionProvider } from "@/session/SessionProvider";
import { useForget } from "./forget";
import { Shell } from "./Shell";

export function SignedIn() {
  return (
    <SessionProvider onChange={useForget()}>
      <Shell />
    </SessionProvider>
  );
}
