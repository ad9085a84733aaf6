// A service with its packages.

import { Button, Group, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useTell } from "@/ui/problems";
import { SortableList, type Steps } from "@/ui/SortableList";
import { Words } from "@/ui/values";
import type { Service } from "./documents";
import { PACKAGE_REORDER } from "./package-documents";
import { PackageRow } from "./PackageRow";
import { ShelfSwitch } from "./ShelfSwitch";
import { ThingMenu, ThingName } from "./ThingControls";
import { usePlaces } from "./useCatalog";
import { useServiceActions } from "./useShelf";

export function ServiceCard({ service, handle, steps }: { service: Service; handle: ReactNode; steps: Steps }) {
  const { t } = useTranslation("catalog");
  const { can } = useSession();
  const tell = useTell();
  const actions = useServiceActions(service);
  const { show, go } = usePlaces();
  const [reorder] = useChange(PACKAGE_REORDER);
  const mayWrite = can("catalog:write");
  const sellsNothing = service.isActive && !service.packages.some(({ isActive }) => isActive);
  const place = `service:${service.id}` as const;
  return (
    <article className="card catalog-service" aria-labelledby={place} data-shown={show === place || undefined}>
      <div className="catalog-head">
        {handle}
        <div className="catalog-words">
          <ThingName id={place} order={2} name={service.name} place={place} />
          {service.description && (
            <Text fz="sm" className="muted" lineClamp={2}>
              <Words>{service.description}</Words>
            </Text>
          )}
        </div>
        <ShelfSwitch name={service.name} isActive={service.isActive} onChange={actions.setOnSale} />
        <ThingMenu name={service.name} place={place} actions={actions} steps={steps} />
      </div>
      {service.packages.length > 0 && (
        <SortableList
          label={t("packagesOf", { name: service.name })}
          items={service.packages}
          nameOf={({ name }) => name}
          isFixed={!mayWrite}
          className="catalog-packages"
          onOrder={async (packageIds) => {
            const input = { serviceId: service.id, packageIds, idempotencyKey: newKey() };
            const { problem } = await reorder({ input });
            if (problem) tell.problem(problem);
            return problem === undefined;
          }}
          render={(each, grip, moves) => <PackageRow thing={each} isOnShelf={service.isActive} handle={grip} steps={moves} />}
        />
      )}
      {(sellsNothing || mayWrite) && (
        <Group className="catalog-foot" gap="xs" justify="space-between">
          {mayWrite && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<Plus size={14} aria-hidden />}
              aria-label={`${t("addPackage")}: ${service.name}`}
              onClick={() => {
                go({ form: `new-package:${service.id}` });
              }}
            >
              {t("addPackage")}
            </Button>
          )}
          {sellsNothing && (
            <Text fz="xs" c="var(--app-warn)">
              {t(service.packages.length === 0 ? "needsPackage" : "needsActivePackage")}
            </Text>
          )}
        </Group>
      )}
    </article>
  );
}
