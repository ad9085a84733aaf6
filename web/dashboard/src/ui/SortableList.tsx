// A list that people put in order: by dragging, by keyboard, or with the steps that its items' menus offer.

import { ActionIcon } from "@mantine/core";
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type Announcements,
  type Modifier,
  type UniqueIdentifier,
} from "@dnd-kit/core";
import { arrayMove, SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useOrder } from "./useOrder";

/** The ways of an item within its list; undefined where it is the end. */
export interface Steps {
  up: (() => void) | undefined;
  down: (() => void) | undefined;
}

export interface SortableListProps<Item extends { id: string }> {
  /** What is listed, for screen readers. */
  label: string;
  items: readonly Item[];
  nameOf: (item: Item) => string;
  /** Saves the order; says whether it worked. */
  onOrder: (ids: string[]) => Promise<boolean>;
  /** Without handles: for those who may not, or while only a part is listed. */
  isFixed?: boolean;
  className?: string;
  itemClassName?: string;
  render: (item: Item, handle: ReactNode, steps: Steps) => ReactNode;
}

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

export function SortableList<Item extends { id: string }>(props: SortableListProps<Item>) {
  const { label, items, nameOf, onOrder, isFixed = false, className, itemClassName, render } = props;
  const { t } = useTranslation();
  const { shown, put } = useOrder(items, onOrder);
  const [said, setSaid] = useState("");
  const told = useRef<UniqueIdentifier | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: UniqueIdentifier) => shown.findIndex((item) => item.id === id);
  const about = (id: UniqueIdentifier, over: UniqueIdentifier = id) => {
    const item = shown[placeOf(id)];
    return { name: item ? nameOf(item) : "", place: placeOf(over) + 1, count: shown.length };
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      told.current = active.id;
      return t("sort.lifted", about(active.id));
    },
    // It is told that it lies over itself as soon as it is lifted: that is no news.
    onDragOver: ({ active, over }) => {
      if (over === null || over.id === told.current) return undefined;
      told.current = over.id;
      return t("sort.moved", about(active.id, over.id));
    },
    onDragEnd: ({ active, over }) => t("sort.dropped", about(active.id, over?.id)),
    onDragCancel: ({ active }) => t("sort.cancelled", about(active.id)),
  };
  const move = (from: number, to: number) => {
    if (from === to || from < 0 || to < 0) return;
    put(arrayMove([...shown], from, to).map(({ id }) => id));
  };
  const step = (item: Item, from: number, to: number) => () => {
    move(from, to);
    setSaid(t("sort.dropped", { name: nameOf(item), place: to + 1, count: shown.length }));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("sort.instructions") } }}
      onDragEnd={({ active, over }) => {
        if (over) move(placeOf(active.id), placeOf(over.id));
      }}
    >
      <SortableContext items={shown.map(({ id }) => id)} strategy={verticalListSortingStrategy} disabled={isFixed}>
        <ul className={className} aria-label={label}>
          {shown.map((item, place) => (
            <SortableItem key={item.id} id={item.id} name={nameOf(item)} isFixed={isFixed} className={itemClassName}>
              {(handle) =>
                render(item, handle, {
                  up: isFixed || place === 0 ? undefined : step(item, place, place - 1),
                  down: isFixed || place === shown.length - 1 ? undefined : step(item, place, place + 1),
                })
              }
            </SortableItem>
          ))}
        </ul>
      </SortableContext>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </DndContext>
  );
}

interface SortableItemProps {
  id: string;
  name: string;
  isFixed: boolean;
  className: string | undefined;
  children: (handle: ReactNode) => ReactNode;
}

function SortableItem({ id, name, isFixed, className, children }: SortableItemProps) {
  const { t } = useTranslation();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    attributes: { roleDescription: t("sort.handle") },
  });
  const handle = isFixed ? null : (
    <ActionIcon
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      className="sort-handle"
      aria-label={t("sort.of", { name })}
    >
      <GripVertical size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <li
      ref={setNodeRef}
      className={className}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {children(handle)}
    </li>
  );
}
