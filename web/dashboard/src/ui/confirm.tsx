// Asking before what hurts: `if (await confirm({ title, text, action })) …`.

import { Button, getDefaultZIndex, Group, Modal, Stack, Text } from "@mantine/core";
import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Question {
  title: string;
  text: ReactNode;
  /** What the button says, as a verb. */
  action: string;
  /** Red, for what cannot be undone. */
  isDangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (ask === null) throw new Error("There is nobody to ask outside of ConfirmProvider.");
  return ask;
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<(Question & { answer: (isSure: boolean) => void }) | null>(null);
  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) => {
        setAsked({ ...question, answer: resolve });
      }),
    [],
  );
  const answer = (isSure: boolean) => {
    asked?.answer(isSure);
    setAsked(null);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        opened={asked !== null}
        onClose={() => {
          answer(false);
        }}
        title={asked?.title}
        closeButtonProps={{ "aria-label": t("actions.close") }}
        // The frame of the dialog stays in the page; it is one only while something is asked.
        role={asked === null ? undefined : "alertdialog"}
        aria-label={asked?.title}
        // A question that a drawer asks stands before the drawer, whichever of them came first.
        zIndex={getDefaultZIndex("popover")}
      >
        <Stack>
          <Text fz="sm" component="div">
            {asked?.text}
          </Text>
          <Group justify="flex-end">
            <Button
              variant="default"
              data-autofocus
              onClick={() => {
                answer(false);
              }}
            >
              {t("actions.cancel")}
            </Button>
            <Button
              color={asked?.isDangerous ? "red" : undefined}
              onClick={() => {
                answer(true);
              }}
            >
              {asked?.action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </ConfirmContext>
  );
}
