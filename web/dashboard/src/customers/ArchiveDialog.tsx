// All that is held of one customer, to be handed over: made only when somebody asks for it.

import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { Download, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { download } from "@/ui/download";
import { ProblemNotice } from "@/ui/problems";
import { Copyable } from "@/ui/values";
import { ARCHIVE } from "./changes";
import type { CustomerProfile } from "./documents";
import { called } from "./words";

export function ArchiveDialog({ customer, onClose }: { customer: CustomerProfile; onClose: () => void }) {
  const { t } = useTranslation(["customers", "common"]);
  const format = useFormat();
  const [create, isBusy] = useChange(ARCHIVE);
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const [problem, setProblem] = useState<Problem>();
  const make = async () => {
    const outcome = await create({ input: { id: customer.id, idempotencyKey: newKey() } });
    setProblem(outcome.problem);
    setLink(outcome.payload);
  };
  const address = link && new URL(link.url, window.location.href).href;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("archive.title", { name: called(customer, t) })}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <Stack>
        <Text fz="sm">{t("archive.text")}</Text>
        {problem && <ProblemNotice problem={problem} />}
        {link && address && (
          <>
            <Alert color="orange" icon={<TriangleAlert size={18} aria-hidden />}>
              {t("archive.open_to_all", { time: format.dateTime(link.expiresAt) })}
            </Alert>
            <Copyable value={address} label={t("archive.link")} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:actions.close")}
          </Button>
          {link ? (
            <Button
              leftSection={<Download size={16} aria-hidden />}
              onClick={() => {
                download(link.url);
              }}
            >
              {t("common:actions.download")}
            </Button>
          ) : (
            <Button loading={isBusy} onClick={() => void make()}>
              {t("archive.action")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
