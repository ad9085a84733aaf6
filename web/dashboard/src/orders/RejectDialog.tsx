// Why a proof is not accepted: in the words that the customer reads.

import { Badge, Button, Group, Kbd, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { languageOf, REASONS, sayReason, type Reason } from "./reasons";

const LONGEST = 500;

export interface RejectDialogProps {
  order: { number: string; customer: { language: string | null } | null };
  suggested: readonly Reason[];
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  onReject: (reason: string) => void;
}

export function RejectDialog({ isOpen, onClose, order, ...more }: RejectDialogProps) {
  const { t } = useTranslation(["orders", "common"]);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t("reject.title", { number: order.number })}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <RejectForm order={order} onClose={onClose} {...more} />
    </Modal>
  );
}

function RejectForm({ order, suggested, isBusy, onClose, onReject }: Omit<RejectDialogProps, "isOpen">) {
  const { t } = useTranslation(["orders", "common"]);
  const { settings } = useSession();
  const [chosen, setChosen] = useState<Reason | "own" | null>(null);
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const language = languageOf(order.customer, settings);
  const choose = (name: Reason | "own") => {
    setChosen(name);
    setReason(name === "own" ? "" : sayReason(name, language));
    setIsMissing(false);
  };
  const send = () => {
    if (reason.trim() === "") setIsMissing(true);
    else if (!isBusy) onReject(reason.trim());
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || (event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        <Radio.Group
          label={t("reject.why")}
          value={chosen ?? ""}
          onChange={(value) => {
            choose(value as Reason | "own");
          }}
        >
          <Stack gap={4} mt="xs">
            {[...REASONS, "own" as const].map((name, index) => (
              <Radio
                key={name}
                value={name}
                data-autofocus={index === 0 || undefined}
                onKeyDown={sendByKey}
                label={
                  <Group gap={8}>
                    {t(`reject.${name}`)}
                    {name !== "own" && suggested.includes(name) && (
                      <Badge size="sm" variant="light" color="orange" tt="none">
                        {t("reject.suggested")}
                      </Badge>
                    )}
                  </Group>
                }
                classNames={{ root: "reason" }}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t("reject.customerReads", { language: t(`common:languages.${language as "en"}`, { defaultValue: language }) })}
          dir="auto"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LONGEST}
          required
          value={reason}
          error={isMissing && t("reject.missing")}
          onKeyDown={sendByKey}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setIsMissing(false);
          }}
        />
        <Text fz="xs" className="muted">
          {t("reject.then")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:actions.cancel")}
          </Button>
          <Button type="submit" color="red" loading={isBusy} rightSection={<Kbd className="on-button">⏎</Kbd>}>
            {t("reject.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
