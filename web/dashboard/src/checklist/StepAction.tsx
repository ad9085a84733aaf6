// What one can do about a step, here or on the page where it is done.

import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "@/api/graphql";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession, type Right } from "@/session/session";
import { useTell } from "@/ui/problems";
import type { Item } from "./useChecklist";

const CHANGE = graphql(`
  mutation ConfirmSettings($input: SettingsChangeInput!) {
    settingsChange(input: $input) {
      ... on SettingsPayload {
        settings {
          id
          currency
          timeZone
          backupsAreMade
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

const PLACES: Record<Item["code"], { to: string; needs: Right }> = {
  BUSINESS_NAME: { to: "/settings", needs: "settings:write" },
  MONEY_AND_TIME: { to: "/settings", needs: "settings:write" },
  CATALOG: { to: "/catalog", needs: "catalog:write" },
  PAYMENT_METHOD: { to: "/payments", needs: "payments:write" },
  WHATSAPP: { to: "/accounts", needs: "accounts:write" },
  SECOND_FACTOR: { to: "/me", needs: "self:manage" },
  STAFF: { to: "/staff", needs: "staff:manage" },
  AI_PROVIDER: { to: "/providers", needs: "providers:write" },
  BACKUP: { to: "/settings", needs: "settings:write" },
};

export function StepAction({ item, isNext, isOnlySimulated }: { item: Item; isNext: boolean; isOnlySimulated: boolean }) {
  const { t } = useTranslation("checklist");
  const { can } = useSession();
  const { code, isDone } = item;
  const { to, needs } = PLACES[code];
  if (!can(needs)) return null;
  if (isDone && !isOnlySimulated) {
    return (
      <div className="step-actions step-review">
        <Button component={Link} to={to} size="xs" variant="subtle" color="gray" aria-label={`${t("review")}: ${t(`steps.${code}.title`)}`}>
          {t("review")}
        </Button>
      </div>
    );
  }
  return (
    <div className="step-actions">
      {(code === "MONEY_AND_TIME" || code === "BACKUP") && <Confirm code={code} isNext={isNext} />}
      <Button component={Link} to={to} size="xs" variant={isNext && code !== "MONEY_AND_TIME" ? "filled" : "default"}>
        {t(`steps.${code}.action`)}
      </Button>
    </div>
  );
}

/** What only has to be said: that the currency is right, that backups are made. */
function Confirm({ code, isNext }: { code: "MONEY_AND_TIME" | "BACKUP"; isNext: boolean }) {
  const { t } = useTranslation("checklist");
  const { settings } = useSession();
  const [change, isBusy] = useChange(CHANGE);
  const { keyFor, done } = useIntention();
  const tell = useTell();
  const wish =
    code === "BACKUP" ? { backupsAreMade: true } : { currency: settings.currency, timeZone: settings.timeZone };
  const confirm = async () => {
    const { problem } = await change({ input: { ...wish, idempotencyKey: keyFor(wish) } });
    if (problem) tell.problem(problem);
    else done();
  };
  return (
    <Button
      size="xs"
      variant={isNext ? "filled" : "default"}
      loading={isBusy}
      leftSection={<Check size={14} aria-hidden />}
      onClick={() => void confirm()}
    >
      {t(`steps.${code}.confirm`)}
    </Button>
  );
}
