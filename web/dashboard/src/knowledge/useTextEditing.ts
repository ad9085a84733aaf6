// A text that is being written: what is typed, which version it was made of, and what the server said to it.

import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useTell } from "@/ui/problems";
import { useUnsaved } from "@/ui/useUnsaved";

const QUIET_MILLISECONDS = 350;
const VARIABLE = /\{([a-z_]+)\}/g;

export interface Edited {
  text: string;
  version: number;
}

export type Save = (asked: { text: string; expectedVersion: number; idempotencyKey: string }) => Promise<Problem | undefined>;

export interface TextEditing {
  text: string;
  write: (text: string) => void;
  /** The text after a moment without typing, for previews. */
  settled: string;
  isDirty: boolean;
  /** Variables in the text that nothing is ever put in for. */
  unknown: string[];
  problem: Problem | undefined;
  /** Somebody saved another version meanwhile. */
  isOvertaken: boolean;
  isSaving: boolean;
  save: () => Promise<void>;
  /** Throws away what was typed. */
  takeTheirs: () => void;
  /** What was typed is made a change to the newest version. */
  keepMine: () => void;
}

export function useTextEditing(source: Edited, variables: readonly string[], title: string, save: Save): TextEditing {
  const { t } = useTranslation();
  const tell = useTell();
  const { keyFor } = useIntention();
  const [base, setBase] = useState(source);
  const [text, setText] = useState(source.text);
  const [problem, setProblem] = useState<Problem>();
  const [isSaving, setIsSaving] = useState(false);
  const [settled] = useDebouncedValue(text, QUIET_MILLISECONDS);
  const isDirty = text !== base.text;
  useUnsaved(isDirty, title);
  if (source.version !== base.version && !isDirty) {
    // A new version of one's own or somebody else's, and nothing that it would overwrite.
    setBase(source);
    setText(source.text);
  }
  const unknown = [...new Set([...text.matchAll(VARIABLE)].map(([, name = ""]) => name))].filter((name) => !variables.includes(name));
  return {
    text,
    write: (typed) => {
      setText(typed);
      setProblem(undefined);
    },
    settled,
    isDirty,
    unknown,
    problem,
    isOvertaken: isDirty && !isSaving && source.version !== base.version,
    isSaving,
    save: async () => {
      setIsSaving(true);
      const asked = { text, expectedVersion: base.version };
      const found = await save({ ...asked, idempotencyKey: keyFor(asked) });
      setIsSaving(false);
      setProblem(found);
      if (found) return;
      setBase((before) => ({ ...before, text }));
      tell.done(t("toast.saved"));
    },
    takeTheirs: () => {
      setBase(source);
      setText(source.text);
      setProblem(undefined);
    },
    keepMine: () => {
      setBase(source);
      setProblem(undefined);
    },
  };
}
