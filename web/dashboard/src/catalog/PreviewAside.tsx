// Beside the list, or over it where there is no room: what customers get, on a phone.

import { Drawer } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useKept } from "@/ui/useKept";
import type { Service } from "./documents";
import { PreviewPanel } from "./PreviewPanel";
import { useIsWide, usePlaces } from "./useCatalog";

export function PreviewAside({ services }: { services: readonly Service[] | undefined }) {
  const { t } = useTranslation(["catalog", "common"]);
  const isWide = useIsWide();
  const { show, go } = usePlaces();
  const kept = useKept(show);
  if (isWide) {
    return (
      <aside className="catalog-preview" aria-label={t("preview.title")}>
        <PreviewPanel place={show ?? "menu"} services={services} />
      </aside>
    );
  }
  return (
    <Drawer
      opened={show !== null}
      onClose={() => {
        go({ show: null });
      }}
      title={t("preview.title")}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <PreviewPanel place={kept.value ?? "menu"} services={services} />
    </Drawer>
  );
}
