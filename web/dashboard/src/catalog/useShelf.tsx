// Putting things on sale and taking them off, copying them, and deleting what nobody needs any more.

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problems";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useConfirm } from "@/ui/confirm";
import { useTell } from "@/ui/problems";
import { SERVICE_DELETE, SERVICE_DUPLICATE, SERVICE_PUBLISH, SERVICE_UNPUBLISH } from "./documents";
import { PACKAGE_DELETE, PACKAGE_DUPLICATE, PACKAGE_PUBLISH, PACKAGE_UNPUBLISH } from "./package-documents";
import { usePlaces } from "./useCatalog";

interface Thing {
  id: string;
  name: string;
}

export interface ShelfActions {
  setOnSale: (isOnSale: boolean) => Promise<void>;
  duplicate: () => Promise<void>;
  remove: () => Promise<void>;
}

interface Hanging {
  packageCount: number;
  openDraftCount: number;
  orderCount: number;
}

export function useServiceActions({ id, name }: Thing): ShelfActions {
  const { t } = useTranslation(["catalog", "common"]);
  const tell = useTell();
  const ask = useDeletionQuestion();
  const { go } = usePlaces();
  const [publish] = useChange(SERVICE_PUBLISH);
  const [unpublish] = useChange(SERVICE_UNPUBLISH);
  const [duplicate] = useChange(SERVICE_DUPLICATE);
  const [remove] = useChange(SERVICE_DELETE);
  return {
    setOnSale: async (isOnSale) => {
      const { problem } = await (isOnSale ? publish : unpublish)({ input: { id, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
    },
    duplicate: async () => {
      const { payload, problem } = await duplicate({ input: { id, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      else tell.done(t("duplicated", { name: payload.service.name }));
    },
    remove: async () => {
      const looked = await remove({ input: { id } });
      if (!(await ask(name, looked.problem))) return;
      const { problem } = await remove({ input: { id, confirm: true, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      else {
        // The phone may show it, or a package of it.
        go({ show: null });
        tell.done(t("delete.done", { name }));
      }
    },
  };
}

export function usePackageActions({ id, name }: Thing): ShelfActions {
  const { t } = useTranslation(["catalog", "common"]);
  const tell = useTell();
  const ask = useDeletionQuestion();
  const { go } = usePlaces();
  const [publish] = useChange(PACKAGE_PUBLISH);
  const [unpublish] = useChange(PACKAGE_UNPUBLISH);
  const [duplicate] = useChange(PACKAGE_DUPLICATE);
  const [remove] = useChange(PACKAGE_DELETE);
  return {
    setOnSale: async (isOnSale) => {
      const { problem } = await (isOnSale ? publish : unpublish)({ input: { id, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
    },
    duplicate: async () => {
      const { payload, problem } = await duplicate({ input: { id, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      else tell.done(t("duplicated", { name: payload.package.name }));
    },
    remove: async () => {
      const looked = await remove({ input: { id } });
      if (!(await ask(name, looked.problem))) return;
      const { problem } = await remove({ input: { id, confirm: true, idempotencyKey: newKey() } });
      if (problem) tell.problem(problem);
      else {
        // The phone may show it, or a package of it.
        go({ show: null });
        tell.done(t("delete.done", { name }));
      }
    },
  };
}

/** The first answer to a deletion says what hangs on the thing; whether it is done all the same, a person says. */
function useDeletionQuestion(): (name: string, problem: Problem | undefined) => Promise<boolean> {
  const { t } = useTranslation(["catalog", "common"]);
  const tell = useTell();
  const confirm = useConfirm();
  return useCallback(
    async (name, problem) => {
      if (problem?.code !== "DELETION_NEEDS_CONFIRMATION") {
        if (problem) tell.problem(problem);
        return false;
      }
      const { packageCount, openDraftCount, orderCount } = problem.error as Hanging;
      const hanging = [
        packageCount > 0 && t("delete.packages", { count: packageCount }),
        openDraftCount > 0 && t("delete.drafts", { count: openDraftCount }),
        orderCount > 0 && t("delete.orders", { count: orderCount }),
      ].filter((line) => line !== false);
      return confirm({
        title: t("delete.title", { name }),
        text: (
          <>
            {t(hanging.length > 0 ? "delete.hanging" : "delete.nothing")}
            {hanging.length > 0 && (
              <ul className="catalog-hanging">
                {hanging.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </>
        ),
        action: t("common:actions.delete"),
        isDangerous: true,
      });
    },
    [t, tell, confirm],
  );
}
