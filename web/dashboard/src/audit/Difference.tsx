// What was so before and what is so since, field by field.

import { Anchor, Button, Text } from "@mantine/core";
import { MoveRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Words } from "@/ui/values";
import { changesOf, type Change, type Side } from "./difference";
import type { Entry } from "./documents";
import { isIdField, type Things } from "./things";
import { useValueText } from "./useValueText";
import { useAuditWords } from "./words";

const SHOWN = 4;

export function Difference({ entry, things }: { entry: Entry; things: Things }) {
  const { t } = useTranslation("audit");
  const [isOpen, setIsOpen] = useState(false);
  const changes = changesOf(entry.before, entry.after);
  if (changes.length === 0) return null;
  const shown = isOpen ? changes : changes.slice(0, SHOWN);
  return (
    <>
      <dl className="difference">
        {shown.map((change) => (
          <FieldChange key={change.field} change={change} things={things} />
        ))}
      </dl>
      {changes.length > SHOWN && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? t("fewer") : t("moreFields", { count: changes.length - SHOWN })}
        </Button>
      )}
    </>
  );
}

function FieldChange({ change: { field, sides }, things }: { change: Change; things: Things }) {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  return (
    <div className="field-change">
      <dt>{words.field(field)}</dt>
      {sides ? (
        <dd>
          {sides.before.kind === "value" && (
            <>
              <span className="visually-hidden">{t("before")}</span>
              <del>
                <SideText field={field} side={sides.before} things={things} />
              </del>
              <MoveRight size={14} aria-hidden className="turned arrow" />
            </>
          )}
          <span className="visually-hidden">{t("after")}</span>
          <ins>
            <SideText field={field} side={sides.after} things={things} />
          </ins>
        </dd>
      ) : (
        <dd>
          <Text span fz="inherit" className="muted">
            {t("hidden")}
          </Text>
        </dd>
      )}
    </div>
  );
}

function SideText({ field, side, things }: { field: string; side: Side; things: Things }): ReactNode {
  const { t } = useTranslation("audit");
  const text = useValueText();
  if (side.kind === "nothing") return <span className="muted">{t("nothing")}</span>;
  const all = Array.isArray(side.value) ? (side.value as unknown[]) : [side.value];
  return all.map((value, place) => {
    const isId = isIdField(field);
    const thing = isId && typeof value === "string" ? things.get(value) : undefined;
    return (
      <span key={place}>
        {place > 0 && ", "}
        {thing?.to ? (
          <Anchor component={Link} to={thing.to} fz="inherit" c="inherit" underline="always">
            <Words>{thing.name || t("open")}</Words>
          </Anchor>
        ) : (
          <Words>{thing?.name || (isId ? t("deleted") : text(value))}</Words>
        )}
      </span>
    );
  });
}
