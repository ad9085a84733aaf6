// Another simulated number, by a name that is free, connected at once.

import { useTranslation } from "react-i18next";
import { CONNECT, CREATE } from "@/accounts/changes";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useTell } from "@/ui/problems";
import type { SimulatedNumber } from "./documents";

export function useNewNumber(numbers: readonly Pick<SimulatedNumber, "name">[], onMade: (id: string) => void) {
  const { t } = useTranslation("simulator");
  const tell = useTell();
  const [create, isCreating] = useChange(CREATE);
  const [connect, isConnecting] = useChange(CONNECT);
  const make = async () => {
    const taken = new Set(numbers.map(({ name }) => name));
    let place = numbers.length + 1;
    while (taken.has(t("number.name", { place }))) place += 1;
    const { payload, problem } = await create({
      input: { name: t("number.name", { place }), kind: "SIMULATOR", idempotencyKey: newKey() },
    });
    if (problem) {
      tell.problem(problem);
      return;
    }
    onMade(payload.account.id);
    const connected = await connect({ input: { id: payload.account.id, idempotencyKey: newKey() } });
    if (connected.problem) tell.problem(connected.problem);
  };
  return { make, isMaking: isCreating || isConnecting };
}
