// Whether customers are shown something, and the switch for it: it moves at once, and back if the server says no.

import { Switch } from "@mantine/core";
import { startTransition, useOptimistic } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/Badge";

interface ShelfSwitchProps {
  name: string;
  isActive: boolean;
  onChange: (isActive: boolean) => Promise<void>;
}

export function ShelfSwitch({ name, isActive, onChange }: ShelfSwitchProps) {
  const { t } = useTranslation("catalog");
  const { can } = useSession();
  const [isShown, setShown] = useOptimistic(isActive);
  const word = t(isShown ? "shelf.active" : "shelf.hidden");
  if (!can("catalog:write")) return <Badge tone={isActive ? "good" : "idle"}>{word}</Badge>;
  return (
    <Switch
      className="catalog-switch"
      size="sm"
      checked={isShown}
      aria-label={t("shelf.of", { name })}
      label={<span aria-hidden>{word}</span>}
      withThumbIndicator={false}
      onChange={({ currentTarget: { checked } }) => {
        startTransition(async () => {
          setShown(checked);
          await onChange(checked);
        });
      }}
    />
  );
}
