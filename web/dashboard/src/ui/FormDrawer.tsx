// A form beside the list: typed words are not lost by a slip, and what the server did not like stands at its field.

import { Button, Drawer, Group, Stack } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problems";
import { useConfirm } from "./confirm";
import { ProblemNotice } from "./problems";

export interface FormDrawerProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Whether something was typed that closing would lose. */
  isDirty?: boolean;
  /** The problem that remained, if any. One that was put to a field needs no notice. */
  onSubmit: () => Promise<Problem | undefined>;
  /** What the button says; "Save" when left out. */
  action?: string;
  size?: "sm" | "md" | "lg" | "xl";
  children: ReactNode;
}

export function FormDrawer({ title, isOpen, onClose, isDirty = false, onSubmit, action, size = "md", children }: FormDrawerProps) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  // One that is made open opens right after: only so it knows where the focus was, and gives it back.
  const isThere = useMounted();
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setIsSending] = useState(false);
  const close = async () => {
    const isSure = !isDirty || (await confirm({ title, text: t("unsaved"), action: t("actions.close"), isDangerous: true }));
    if (!isSure) return;
    setProblem(undefined);
    onClose();
  };
  return (
    <Drawer
      opened={isOpen && isThere}
      onClose={() => void close()}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": t("actions.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isSending) return;
          setIsSending(true);
          setProblem(undefined);
          void onSubmit()
            .then(setProblem)
            .finally(() => {
              setIsSending(false);
            });
        }}
      >
        <Stack>
          {children}
          {problem && <ProblemNotice problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void close()}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={isSending}>
              {action ?? t("actions.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
