// What one must know of a customer before anything else: blocked, STOP, merged, erased.

import { Alert, Anchor, Stack, Text } from "@mantine/core";
import { Ban, BellOff, Eraser, Merge } from "lucide-react";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/i18n/format";
import { Words } from "@/ui/values";
import type { CustomerProfile } from "./documents";
import { called } from "./words";

export function Standing({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const format = useFormat();
  const { blockedAt, blockedReason, optedOutAt, mergedInto, erasedAt } = customer;
  if (blockedAt === null && optedOutAt === null && mergedInto === null && erasedAt === null) return null;
  return (
    <Stack gap="sm">
      {erasedAt !== null && (
        <Alert color="gray" icon={<Eraser size={18} aria-hidden />} title={t("erased.title", { time: format.dateTime(erasedAt) })}>
          {t("erased.text")}
        </Alert>
      )}
      {mergedInto !== null && (
        <Alert color="blue" icon={<Merge size={18} aria-hidden />} title={t("merged.title")}>
          <Trans
            t={t}
            i18nKey="merged.text"
            values={{ kept: called(mergedInto, t) }}
            components={{ kept: <Anchor component={Link} to={`/customers/${mergedInto.id}`} fz="inherit" underline="always" dir="auto" /> }}
          />
        </Alert>
      )}
      {blockedAt !== null && (
        <Alert color="red" icon={<Ban size={18} aria-hidden />} title={t("blocked.title", { time: format.dateTime(blockedAt) })}>
          {blockedReason && (
            <Text fz="sm" c="inherit" fw={560}>
              <Words>{blockedReason}</Words>
            </Text>
          )}
          <Text fz="sm" c="inherit">
            {t("blocked.text")}
          </Text>
        </Alert>
      )}
      {optedOutAt !== null && (
        <Alert color="orange" icon={<BellOff size={18} aria-hidden />} title={t("stopped.title", { time: format.dateTime(optedOutAt) })}>
          {t("stopped.text")}
        </Alert>
      )}
    </Stack>
  );
}
