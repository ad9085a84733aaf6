// A search that waits for a moment without typing.

import { CloseButton, TextInput, type TextInputProps } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const QUIET_MILLISECONDS = 250;

interface SearchFieldProps extends Omit<TextInputProps, "value" | "onChange" | "label"> {
  label: string;
  value: string | null;
  onSearch: (words: string | null) => void;
}

export function SearchField({ label, value, onSearch, ...more }: SearchFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? "");
  const search = useDebouncedCallback((words: string) => {
    onSearch(words.trim() || null);
  }, QUIET_MILLISECONDS);
  return (
    <TextInput
      size="sm"
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        typed === "" ? undefined : (
          <CloseButton
            size="sm"
            aria-label={t("actions.clear")}
            onClick={() => {
              setTyped("");
              onSearch(null);
            }}
          />
        )
      }
      {...more}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
