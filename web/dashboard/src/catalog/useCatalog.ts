// What the catalogue's page lists, and what its address says of it.

import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useHeard } from "@/api/useHeard";
import { useFilter, usePaging } from "@/ui/paging";
import { useRead } from "@/ui/useRead";
import { CATALOG, type Service } from "./documents";

// As many as the API gives at once: a catalogue is put in order as a whole.
const PAGE = 100;

export type Shelf = "active" | "hidden";

export function useCatalog() {
  const [search, setSearch] = useFilter("search");
  const [shelf, setShelf] = useFilter("shelf");
  const isActive = shelf === null ? null : shelf === "active";
  const byPackage = search !== null || shelf === "hidden";
  const { data, ...read } = useRead(CATALOG, { ...usePaging(PAGE), search, isActive, byPackage });
  useHeard(["catalog.changed"], read.refresh);
  const services = useMemo(() => {
    if (data === undefined) return undefined;
    const found = new Map<string, Service>();
    for (const service of data.services?.nodes ?? []) found.set(service.id, service);
    for (const { service } of data.packages?.nodes ?? []) if (!found.has(service.id)) found.set(service.id, service);
    return [...found.values()];
  }, [data]);
  const pageInfo = data?.services?.pageInfo;
  return {
    ...read,
    services,
    pageInfo,
    search,
    setSearch,
    shelf,
    setShelf,
    isFiltered: search !== null || shelf !== null,
    /** Whether these are all: only then they can be put in order. */
    isWhole: search === null && shelf === null && !pageInfo?.hasNextPage && !pageInfo?.hasPreviousPage,
  };
}

/** What is opened beside the list: `service:…`, `package:…`, `new-service`, `new-package:…`, or `menu`. */
export type Place = `${"service" | "package" | "new-package"}:${string}` | "new-service" | "menu";

// As in catalog.css.
const WIDE = "(min-width: 75em)";

/** Whether the phone has room beside the list. */
export function useIsWide(): boolean {
  return useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false }) ?? false;
}

export interface Places {
  /** What the phone shows. */
  show: string | null;
  /** What is made or changed. */
  form: string | null;
  /** All at once: two changes of an address one after another would lose the first. */
  go: (places: { show?: Place | null; form?: Place | null }) => void;
}

export function usePlaces(): Places {
  const [parameters, setParameters] = useSearchParams();
  return {
    show: parameters.get("show"),
    form: parameters.get("form"),
    go: (places) => {
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, place] of Object.entries(places)) {
            if (place === null) next.delete(name);
            else next.set(name, place);
          }
          return next;
        },
        { replace: places.form == null },
      );
    },
  };
}

/** `["package", "UGFja2FnZTox"]` of `package:UGFja2FnZTox`. */
export function partsOf(place: string): [kind: string, id: string] {
  const [kind = "", id = ""] = place.split(":", 2);
  return [kind, id];
}
