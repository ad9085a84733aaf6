// The services in the order of the menu.

import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useTell } from "@/ui/problems";
import { SortableList } from "@/ui/SortableList";
import { SERVICE_REORDER, type Service } from "./documents";
import { ServiceCard } from "./ServiceCard";

export function ServiceList({ services, isFixed }: { services: readonly Service[]; isFixed: boolean }) {
  const { t } = useTranslation("catalog");
  const tell = useTell();
  const [reorder] = useChange(SERVICE_REORDER);
  return (
    <SortableList
      label={t("services")}
      items={services}
      nameOf={({ name }) => name}
      isFixed={isFixed}
      className="catalog-services"
      onOrder={async (serviceIds) => {
        const { problem } = await reorder({ input: { serviceIds, idempotencyKey: newKey() } });
        if (problem) tell.problem(problem);
        return problem === undefined;
      }}
      render={(service, handle, steps) => <ServiceCard service={service} handle={handle} steps={steps} />}
    />
  );
}
