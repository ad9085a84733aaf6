// One delivery: how it went, and what is sent, to the letter.

import { Button, Drawer, Group, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { RotateCcw, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useFresh } from "@/ui/useFresh";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { Code, Copyable, Field, When } from "@/ui/values";
import { REPLAY_DELIVERY } from "./changes";
import { DELIVERY, type Delivery } from "./documents";
import { JsonView } from "./JsonView";
import { DeliveryBadge } from "./StateBadges";
import { useFailureText } from "./useFailureText";

const FRESH_MILLISECONDS = 3000;

export function DeliveryDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation(["integrations", "common"]);
  const { value, isOpen } = useKept(id);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t("deliveries.one")}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      {value !== null && <Read key={value} id={value} />}
    </Drawer>
  );
}

function Read({ id }: { id: string }) {
  const { t } = useTranslation(["integrations", "common"]);
  const { data, isLoading, problem, refresh } = useRead(DELIVERY, { id });
  useFresh(refresh, FRESH_MILLISECONDS);
  if (problem) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (isLoading) {
    return (
      <Stack aria-busy aria-label={t("common:list.loading")} role="status">
        <Skeleton h={120} radius="md" />
        <Skeleton h={300} radius="md" />
      </Stack>
    );
  }
  const delivery = data?.node;
  if (delivery?.__typename !== "WebhookDelivery") return <EmptyState icon={SearchX} title={t("deliveries.gone")} />;
  return <Known delivery={delivery} />;
}

function Known({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation(["integrations", "common"]);
  const tell = useTell();
  const failureText = useFailureText();
  const [replay, isReplaying] = useChange(REPLAY_DELIVERY);
  const { attempts, body, createdAt, deliveredAt, eventType, id, lastAttemptAt, lastError, lastStatus, messageId, nextAttemptAt, state } =
    delivery;
  const again = async () => {
    const { problem } = await replay({ input: { id, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else tell.done(t("deliveries.replayed"));
  };
  const times = [
    ["created", createdAt],
    ["lastAttempt", lastAttemptAt],
    ["delivered", deliveredAt],
    ["next", state === "WAITING" ? nextAttemptAt : null],
  ] as const;
  return (
    <Stack>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <Text fw={620}>
            <Code>{eventType}</Code>
          </Text>
          <DeliveryBadge delivery={delivery} />
        </Group>
        <Button
          size="sm"
          variant="default"
          leftSection={<RotateCcw size={15} aria-hidden />}
          loading={isReplaying}
          onClick={() => void again()}
        >
          {t("deliveries.replay")}
        </Button>
      </Group>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3 }} m={0} spacing="sm">
        <Field label={t("deliveries.answer")}>
          {lastError === null ? <Code>{lastStatus ?? "–"}</Code> : <span className="delivery-error">{failureText(lastError, lastStatus)}</span>}
        </Field>
        <Field label={t("deliveries.attempts")}>
          <span className="num">{attempts}</span>
        </Field>
        {times.map(
          ([name, time]) =>
            time !== null && (
              <Field key={name} label={t(`deliveries.${name}`)}>
                <When time={time} />
              </Field>
            ),
        )}
      </SimpleGrid>
      <Copyable value={messageId} label="webhook-id">
        <Text fz="xs" className="muted delivery-id">
          <Code>webhook-id: {messageId}</Code>
        </Text>
      </Copyable>
      <JsonView title={t("deliveries.body")} text={body} />
    </Stack>
  );
}
