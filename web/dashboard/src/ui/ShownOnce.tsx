// A key, a secret or a link that is shown now and never again: it does not go away by a slip.

import { Alert, Button, CopyButton, Modal, Stack, Text } from "@mantine/core";
import { Check, Copy, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./shown-once.css";

export interface ShownOnceProps {
  title: string;
  /** What it is called, for screen readers. */
  label: string;
  /** Null when the server told it before and does not repeat it. */
  value: string | null;
  /** What to do with it, and what happens to who loses it. */
  warning: ReactNode;
  /** Instead of the value when it is null. */
  gone: ReactNode;
  /** The button that closes it. */
  done: string;
  onClose: () => void;
  children?: ReactNode;
}

export function ShownOnce({ title, label, value, warning, gone, done, onClose, children }: ShownOnceProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <Stack>
        <Alert color="orange" icon={<TriangleAlert size={18} aria-hidden />}>
          <Text fz="sm" c="inherit" component="div">
            {value === null ? gone : warning}
          </Text>
        </Alert>
        {value !== null && (
          <>
            <output className="shown-once" aria-label={label} dir="ltr">
              {value}
            </output>
            <CopyButton value={value} timeout={3000}>
              {({ copied, copy }) => (
                <Button
                  fullWidth
                  data-autofocus
                  onClick={copy}
                  leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
                >
                  {copied ? t("actions.copied") : t("actions.copy")}
                </Button>
              )}
            </CopyButton>
          </>
        )}
        {children}
        <Button variant="default" onClick={onClose}>
          {done}
        </Button>
      </Stack>
    </Modal>
  );
}
