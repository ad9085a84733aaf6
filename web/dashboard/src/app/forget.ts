// Forgetting all that was read: somebody else sits here now.

import { createContext, useContext } from "react";

export const ForgetContext = createContext<() => void>(() => undefined);

export function useForget(): () => void {
  return useContext(ForgetContext);
}
