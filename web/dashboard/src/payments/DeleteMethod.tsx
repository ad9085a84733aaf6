// A way to pay is deleted with the password alone; open orders that it leaves without any are named first.

import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useProblemText, useTell } from "@/ui/problems";
import { METHOD_DELETE, type Method } from "./documents";
import { usePasswordProblem } from "./usePasswordProblem";

interface DeleteMethodProps {
  method: Method;
  isOpen: boolean;
  onClose: () => void;
}

export function DeleteMethod({ method, isOpen, onClose }: DeleteMethodProps) {
  const { t } = useTranslation(["payments", "common"]);
  const tell = useTell();
  const text = useProblemText();
  const whyNot = usePasswordProblem();
  const [remove, isBusy] = useChange(METHOD_DELETE);
  // It opens right after it was made: only so it gives the focus back to where it was.
  const isThere = useMounted();
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState<string>();
  const [openOrders, setOpenOrders] = useState(0);
  const close = () => {
    setPassword("");
    setRefused(undefined);
    setOpenOrders(0);
    onClose();
  };
  const erase = async () => {
    if (password === "") {
      setRefused(t("form.needsPassword"));
      return;
    }
    const input = { id: method.id, password, confirm: openOrders > 0, idempotencyKey: newKey() };
    const { problem } = await remove({ input });
    if (problem?.code === "LAST_PAYMENT_METHOD") {
      setOpenOrders((problem.error as { openOrderCount: number }).openOrderCount);
    } else if (problem) {
      setRefused(whyNot(problem) ?? text(problem));
    } else {
      close();
      tell.done(t("delete.done", { label: method.label }));
    }
  };
  return (
    <Modal
      opened={isOpen && isThere}
      onClose={close}
      title={t("delete.title", { label: method.label })}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void erase();
        }}
      >
        <Stack>
          <Text fz="sm">{t("delete.text")}</Text>
          <PasswordInput
            label={t("form.password")}
            required
            data-autofocus
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
            value={password}
            error={refused}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
              setRefused(undefined);
            }}
          />
          {openOrders > 0 && (
            <Alert role="alert" color="orange" icon={<TriangleAlert size={18} aria-hidden />}>
              {t("delete.last", { count: openOrders, currency: method.currency })}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("common:actions.cancel")}
            </Button>
            <Button type="submit" color="red" loading={isBusy}>
              {t(openOrders > 0 ? "delete.allTheSame" : "common:actions.delete")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
