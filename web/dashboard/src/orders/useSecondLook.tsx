// Accepting a proof: one press, but where something speaks against it, after a second look.

import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useConfirm } from "@/ui/confirm";
import type { Warning } from "./warnings";

interface Priced {
  number: string;
  total: { amount: string; currency: string };
}

export function useSecondLook(): (order: Priced, warnings: readonly Warning[]) => Promise<boolean> {
  const { t } = useTranslation(["orders", "common"]);
  const format = useFormat();
  const confirm = useConfirm();
  return async (order, warnings) => {
    if (warnings.length === 0) return true;
    const amount = format.money(order.total);
    return confirm({
      title: t("approve.allTheSame", { number: order.number, amount }),
      text: (
        <ul className="warnings">
          {warnings.map((warning) => (
            <li key={warning}>{t(`warning.${warning}`)}</li>
          ))}
        </ul>
      ),
      action: t("approve.action", { amount }),
    });
  };
}
