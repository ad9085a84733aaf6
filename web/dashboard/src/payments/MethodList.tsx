// The ways to pay in the order in which customers read them.

import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useTell } from "@/ui/problems";
import { SortableList } from "@/ui/SortableList";
import { METHOD_UPDATE, type Method } from "./documents";
import { MethodCard } from "./MethodCard";

export function MethodList({ methods, onEdit }: { methods: readonly Method[]; onEdit: (id: string) => void }) {
  const { t } = useTranslation("payments");
  const { can } = useSession();
  const tell = useTell();
  const [update] = useChange(METHOD_UPDATE);
  const numbers = can("payments:numbers");
  // Sorted here too: the cache knows a new place before the list is read anew.
  const ordered = methods.toSorted((one, other) => one.position - other.position);
  const put = async (ids: string[]) => {
    const known = new Map(methods.map((method) => [method.id, method]));
    for (const [place, id] of ids.entries()) {
      if (known.get(id)?.position === place + 1) continue;
      const { problem } = await update({ input: { id, changes: { position: place + 1 }, idempotencyKey: newKey() }, numbers });
      if (problem) {
        tell.problem(problem);
        return false;
      }
    }
    return true;
  };
  return (
    <SortableList
      label={t("title")}
      items={ordered}
      nameOf={({ label }) => label}
      isFixed={!can("payments:write")}
      className="payments-list"
      onOrder={put}
      render={(method, handle, steps) => (
        <MethodCard
          method={method}
          handle={handle}
          steps={steps}
          onEdit={() => {
            onEdit(method.id);
          }}
        />
      )}
    />
  );
}
