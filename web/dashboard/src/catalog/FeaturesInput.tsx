// What is in a package, point by point: enter begins the next one, and several lines pasted become several points.

import { ActionIcon, Button, Input, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { SortableList } from "@/ui/SortableList";

const MOST = 30;
const LONGEST = 200;

export interface Feature {
  id: string;
  text: string;
}

interface FeaturesInputProps {
  features: readonly Feature[];
  error: ReactNode;
  onChange: (features: Feature[]) => void;
}

export function FeaturesInput({ features, error, onChange }: FeaturesInputProps) {
  const { t } = useTranslation(["catalog", "common"]);
  const fields = useRef(new Map<string, HTMLInputElement>());
  const toFocus = useRef<string | null>(null);
  useEffect(() => {
    if (toFocus.current !== null) fields.current.get(toFocus.current)?.focus();
    toFocus.current = null;
  }, [features]);

  const insert = (place: number, texts: string[]) => {
    const made = texts.slice(0, MOST - features.length).map((text) => ({ id: newKey(), text }));
    toFocus.current = made.at(-1)?.id ?? null;
    onChange(features.toSpliced(place, 0, ...made));
  };
  const write = (id: string, text: string) => {
    onChange(features.map((each) => (each.id === id ? { id, text } : each)));
  };
  const remove = (id: string) => {
    const place = features.findIndex((each) => each.id === id);
    toFocus.current = features[place - 1]?.id ?? features[place + 1]?.id ?? null;
    onChange(features.filter((each) => each.id !== id));
  };
  const paste = (id: string, pasted: string): boolean => {
    const lines = pasted.split(/\r?\n/).map((line) => line.replace(/^\s*[-•*]\s+/, "").trim());
    const [first = "", ...rest] = lines.filter((line) => line !== "");
    if (rest.length === 0) return false;
    const place = features.findIndex((each) => each.id === id);
    const made = rest.slice(0, MOST - features.length).map((text) => ({ id: newKey(), text }));
    const current = features[place]?.text ?? "";
    onChange(features.toSpliced(place, 1, { id, text: current + first }, ...made));
    return true;
  };
  return (
    <Input.Wrapper
      role="group"
      aria-label={t("form.features")}
      label={t("form.features")}
      labelElement="div"
      description={t("form.featuresHelp")}
      error={error}
    >
      <SortableList
        label={t("form.features")}
        items={features}
        nameOf={({ text }) => text}
        className="catalog-features"
        onOrder={(ids) => {
          onChange(ids.map((id) => features.find((each) => each.id === id)).filter((each) => each !== undefined));
          return Promise.resolve(true);
        }}
        render={({ id, text }, handle) => (
          <TextInput
            ref={(field) => {
              if (field) fields.current.set(id, field);
              else fields.current.delete(id);
            }}
            aria-label={t("form.feature", { number: features.findIndex((each) => each.id === id) + 1 })}
            value={text}
            maxLength={LONGEST}
            leftSection={handle}
            rightSection={
              <ActionIcon
                aria-label={`${t("common:actions.remove")}: ${text}`}
                onClick={() => {
                  remove(id);
                }}
              >
                <X size={15} aria-hidden />
              </ActionIcon>
            }
            onChange={(event) => {
              write(id, event.currentTarget.value);
            }}
            onPaste={(event) => {
              if (paste(id, event.clipboardData.getData("text/plain"))) event.preventDefault();
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter") {
                event.preventDefault();
                insert(features.findIndex((each) => each.id === id) + 1, [""]);
              } else if (event.key === "Backspace" && text === "") {
                event.preventDefault();
                remove(id);
              }
            }}
          />
        )}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={features.length >= MOST}
        onClick={() => {
          insert(features.length, [""]);
        }}
      >
        {t("form.addFeature")}
      </Button>
    </Input.Wrapper>
  );
}
