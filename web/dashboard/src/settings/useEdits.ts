// What was changed and not saved yet, beside what is saved: a colleague's change of something else is seen at once.

import { createContext, useContext } from "react";
import type { Edits, Errors, Name, Values } from "./values";

export interface Editing {
  values: Values;
  saved: Values;
  errors: Errors;
  isReadOnly: boolean;
  edit: (edits: Edits) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("Only the sections of the settings page are edited.");
  return editing;
}

export function fieldId(name: Name): string {
  return `setting-${name}`;
}
