// Cancelling an order: it cannot be opened again, so it is asked for with its number.

import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface CancelDialogProps {
  number: string;
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  onCancel: (reason: string) => void;
}

export function CancelDialog({ number, isOpen, isBusy, onClose, onCancel }: CancelDialogProps) {
  const { t } = useTranslation(["orders", "common"]);
  const [reason, setReason] = useState("");
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("steps.cancelTitle", { number })}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) onCancel(reason.trim());
        }}
      >
        <Stack>
          <Text fz="sm">{t("steps.cancelText")}</Text>
          <Textarea
            label={t("steps.cancelReason")}
            description={t("common:fields.optional")}
            data-autofocus
            dir="auto"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("steps.keep")}
            </Button>
            <Button type="submit" color="red" loading={isBusy}>
              {t("steps.cancel")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
