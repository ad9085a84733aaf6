// The form that the address names: of a service or a package, new or known.

import { useKept } from "@/ui/useKept";
import type { Service } from "./documents";
import { PackageForm } from "./PackageForm";
import { ServiceForm } from "./ServiceForm";
import { partsOf, useIsWide, usePlaces, type Place } from "./useCatalog";

export function CatalogForms({ services }: { services: readonly Service[] | undefined }) {
  const { form, go } = usePlaces();
  const isWide = useIsWide();
  const kept = useKept(form);
  if (kept.value === null || services === undefined) return null;
  const [kind, id] = partsOf(kept.value);
  const shared = {
    isOpen: kept.isOpen,
    onClose: (shown?: Place) => {
      go(shown === undefined || !isWide ? { form: null } : { form: null, show: shown });
    },
  };
  if (kind === "new-service") return <ServiceForm {...shared} key={kept.times} />;
  const service = services.find((each) => (kind === "package" ? each.packages.some((one) => one.id === id) : each.id === id));
  if (service === undefined) return null;
  if (kind === "service") return <ServiceForm {...shared} key={kept.times} service={service} />;
  const thing = service.packages.find((each) => each.id === id);
  return <PackageForm {...shared} key={kept.times} service={service} thing={thing} />;
}
