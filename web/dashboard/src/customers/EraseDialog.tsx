// Forgetting a customer. There is no way back, so the end of their number is typed by hand.

import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { ProblemNotice, useTell } from "@/ui/problems";
import { ERASE } from "./changes";
import type { CustomerProfile } from "./documents";
import { called } from "./words";

const TYPED_DIGITS = 4;

export function EraseDialog({ customer, onClose }: { customer: CustomerProfile; onClose: () => void }) {
  const { t } = useTranslation(["customers", "common"]);
  const navigate = useNavigate();
  const tell = useTell();
  const [erase, isBusy] = useChange(ERASE);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const number = customer.phone ?? customer.lid;
  const ending = number.replace(/\D/g, "").slice(-TYPED_DIGITS);
  const submit = async () => {
    const name = called(customer, t);
    const outcome = await erase({ input: { id: customer.id, confirm: true, idempotencyKey: newKey() } });
    if (outcome.problem) {
      setProblem(outcome.problem);
      return;
    }
    tell.done(t("erase.done", { name }));
    void navigate("/customers");
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("erase.title", { name: called(customer, t) })}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t("erase.forGood")}>
            <List size="sm" spacing={4}>
              <List.Item>{t("erase.goes")}</List.Item>
              <List.Item>{t("erase.stays")}</List.Item>
              <List.Item>{t("erase.again")}</List.Item>
            </List>
          </Alert>
          <Text fz="sm">{t("erase.archiveFirst")}</Text>
          <TextInput
            label={<Trans t={t} i18nKey="erase.confirm" values={{ number }} components={{ number: <bdi dir="ltr" className="num" /> }} />}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
            dir="ltr"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          {problem && <ProblemNotice problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:actions.cancel")}
            </Button>
            <Button type="submit" color="red" loading={isBusy} disabled={typed.trim() !== ending}>
              {t("erase.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
