// The ways to pay in the order in which customers read them.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useTell } from "@/ui/problems";
import { SortableList } from "@/ui/SortableList";
import { DeleteMethod } from "./DeleteMethod";
import { METHOD_REORDER, type Method } from "./documents";
import { MethodCard } from "./MethodCard";

export function MethodList({ methods, onEdit }: { methods: readonly Method[]; onEdit: (id: string) => void }) {
  const { t } = useTranslation("payments");
  const { can } = useSession();
  const tell = useTell();
  const [reorder] = useChange(METHOD_REORDER);
  const [leaving, setLeaving] = useState<Method>();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <SortableList
        label={t("title")}
        items={methods}
        nameOf={({ label }) => label}
        isFixed={!can("payments:write")}
        className="payments-list"
        onOrder={async (paymentMethodIds) => {
          const { problem } = await reorder({ input: { paymentMethodIds, idempotencyKey: newKey() } });
          if (problem) tell.problem(problem);
          return problem === undefined;
        }}
        render={(method, handle, steps) => (
          <MethodCard
            method={method}
            handle={handle}
            steps={steps}
            onEdit={() => {
              onEdit(method.id);
            }}
            onDelete={() => {
              setLeaving(method);
              setIsAsked(true);
            }}
          />
        )}
      />
      {leaving && (
        <DeleteMethod
          key={leaving.id}
          method={leaving}
          isOpen={isAsked}
          onClose={() => {
            setIsAsked(false);
          }}
        />
      )}
    </>
  );
}
