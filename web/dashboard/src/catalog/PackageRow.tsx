// A package: what it is called, what it costs, how long it lasts.

import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Steps } from "@/ui/SortableList";
import { MoneyText, Words } from "@/ui/values";
import type { Package } from "./documents";
import { ShelfSwitch } from "./ShelfSwitch";
import { ThingMenu, ThingName } from "./ThingControls";
import { usePlaces } from "./useCatalog";
import { usePackageActions } from "./useShelf";

interface PackageRowProps {
  thing: Package;
  /** Whether its service is on sale: without that, no package is. */
  isOnShelf: boolean;
  handle: ReactNode;
  steps: Steps;
}

export function PackageRow({ thing, isOnShelf, handle, steps }: PackageRowProps) {
  const { t } = useTranslation("catalog");
  const actions = usePackageActions(thing);
  const { show } = usePlaces();
  const place = `package:${thing.id}` as const;
  const { durationCount, durationUnit } = thing;
  return (
    <div className="catalog-package" data-shown={show === place || undefined} data-off={!(thing.isActive && isOnShelf) || undefined}>
      {handle}
      <div className="catalog-words">
        <ThingName id={place} order={3} name={thing.name} place={place} />
        {thing.features.length > 0 && (
          <Text fz="xs" className="muted" lineClamp={1}>
            <Words>{thing.features.join(" · ")}</Words>
          </Text>
        )}
      </div>
      <div className="catalog-price">
        <Text fz="sm" fw={600}>
          <MoneyText money={thing.price} />
        </Text>
        <Text fz="xs" className="muted">
          {durationCount !== null && durationUnit !== null ? t(`duration.${durationUnit}`, { count: durationCount }) : t("duration.none")}
        </Text>
      </div>
      <ShelfSwitch name={thing.name} isActive={thing.isActive} onChange={actions.setOnSale} />
      <ThingMenu name={thing.name} place={place} actions={actions} steps={steps} />
    </div>
  );
}
