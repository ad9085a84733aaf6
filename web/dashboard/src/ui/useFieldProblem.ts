// What the server did not like, at the field of a form that it is about.

import { useCallback, type ReactNode } from "react";
import type { Problem } from "@/api/problems";
import { useProblemText } from "./problems";

/** A form of `useForm`. */
interface Fields {
  getValues: () => object;
  setFieldError: (path: string, error: ReactNode) => void;
  getInputNode: (path: string) => HTMLElement | null;
}

/**
 * `return putToField(form, problem, { kind: "method" })`: gives back a problem that is about no field of the form.
 *
 * The names are those of the input where the form calls something otherwise.
 */
export function useFieldProblem(): (form: Fields, problem: Problem, names?: Record<string, string>) => Problem | undefined {
  const text = useProblemText();
  return useCallback(
    (form, problem, names = {}) => {
      const [name] = problem.path.filter((step, place) => !(place < 2 && (step === "input" || step === "changes")));
      const field = name === undefined ? undefined : (names[name] ?? name);
      if (field === undefined || !(field in form.getValues())) return problem;
      form.setFieldError(field, text(problem));
      form.getInputNode(field)?.focus();
      return undefined;
    },
    [text],
  );
}
