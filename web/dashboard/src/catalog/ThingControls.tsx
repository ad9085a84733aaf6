// What services and packages share: a name that leads to their form, and the menu of what can be done with them.

import { ActionIcon, Group, Menu, Title, Tooltip, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp, Copy, Ellipsis, Eye, Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import type { Steps } from "@/ui/SortableList";
import { Words } from "@/ui/values";
import { usePlaces } from "./useCatalog";
import type { ShelfActions } from "./useShelf";

type ThingPlace = `${"service" | "package"}:${string}`;

export function ThingName({ id, order, name, place }: { id: string; order: 2 | 3; name: string; place: ThingPlace }) {
  const { can } = useSession();
  const { go } = usePlaces();
  return (
    <Title order={order} id={id} className="catalog-name" fz={order === 2 ? "md" : "sm"}>
      {can("catalog:write") ? (
        <UnstyledButton
          className="catalog-name-button"
          onClick={() => {
            go({ form: place });
          }}
        >
          <Words>{name}</Words>
        </UnstyledButton>
      ) : (
        <Words>{name}</Words>
      )}
    </Title>
  );
}

interface ThingMenuProps {
  name: string;
  place: ThingPlace;
  actions: ShelfActions;
  steps: Steps;
}

export function ThingMenu({ name, place, actions, steps }: ThingMenuProps) {
  const { t } = useTranslation(["catalog", "common"]);
  const { can } = useSession();
  const { show, go } = usePlaces();
  return (
    <Group gap={2} wrap="nowrap" className="catalog-tools">
      <Tooltip label={t("preview.show")}>
        <ActionIcon
          aria-label={t("preview.of", { name })}
          aria-pressed={show === place}
          onClick={() => {
            go({ show: show === place ? null : place });
          }}
        >
          <Eye size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {can("catalog:write") && (
        <Menu position="bottom-end" width={200} withinPortal>
          <Menu.Target>
            <ActionIcon aria-label={`${t("common:actions.more")}: ${name}`}>
              <Ellipsis size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<Pencil size={15} aria-hidden />}
              onClick={() => {
                go({ form: place });
              }}
            >
              {t("common:actions.edit")}
            </Menu.Item>
            <Menu.Item leftSection={<Copy size={15} aria-hidden />} onClick={() => void actions.duplicate()}>
              {t("duplicate")}
            </Menu.Item>
            {(steps.up ?? steps.down) && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<ArrowUp size={15} aria-hidden />} disabled={!steps.up} onClick={steps.up}>
                  {t("common:sort.up")}
                </Menu.Item>
                <Menu.Item leftSection={<ArrowDown size={15} aria-hidden />} disabled={!steps.down} onClick={steps.down}>
                  {t("common:sort.down")}
                </Menu.Item>
              </>
            )}
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<Trash2 size={15} aria-hidden />} onClick={() => void actions.remove()}>
              {t("delete.button")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
