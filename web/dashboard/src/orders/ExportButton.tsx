// The orders that the filter shows, as a table to take away.

import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { graphql, type VariablesOf } from "@/api/graphql";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { download } from "@/ui/download";
import { useTell } from "@/ui/problems";

const EXPORT = graphql(`
  mutation OrderExportCreate($input: OrderExportCreateInput!) {
    orderExportCreate(input: $input) {
      ... on ExportPayload {
        url
        expiresAt
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

type Filter = VariablesOf<typeof EXPORT>["input"]["filter"];

export function ExportButton({ filter }: { filter: Filter }) {
  const { t } = useTranslation(["orders", "common"]);
  const tell = useTell();
  const [create, isBusy] = useChange(EXPORT);
  const take = async () => {
    const { payload, problem } = await create({ input: { filter, idempotencyKey: newKey() } });
    if (problem) {
      tell.problem(problem);
      return;
    }
    download(payload.url);
    tell.done(t("export.done"));
  };
  return (
    <Button variant="default" leftSection={<Download size={16} aria-hidden />} loading={isBusy} onClick={() => void take()}>
      {t("export.action")}
    </Button>
  );
}
