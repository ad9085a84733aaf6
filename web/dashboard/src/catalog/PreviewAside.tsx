// Beside the list, or over it where there is no room: what customers get, on a phone.

import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useKept } from "@/ui/useKept";
import type { Service } from "./documents";
import { PreviewPanel } from "./PreviewPanel";
import { usePlace } from "./useCatalog";

// As in catalog.css.
const WIDE = "(min-width: 75em)";

export function PreviewAside({ services }: { services: readonly Service[] | undefined }) {
  const { t } = useTranslation(["catalog", "common"]);
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  const [shown, setShown] = usePlace("show");
  const kept = useKept(shown);
  if (isWide) {
    return (
      <aside className="catalog-preview" aria-label={t("preview.title")}>
        <PreviewPanel place={shown ?? "menu"} services={services} />
      </aside>
    );
  }
  return (
    <Drawer
      opened={shown !== null}
      onClose={() => {
        setShown(null);
      }}
      title={t("preview.title")}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <PreviewPanel place={kept.value ?? "menu"} services={services} />
    </Drawer>
  );
}
