// The end of a number, with what hangs on it; its name is typed once more, because it cannot be undone.

import { Alert, Button, Group, List, Modal, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { ProblemNotice, useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { DELETE } from "./changes";
import { HANGING, type Account } from "./documents";

export function DeleteAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(["accounts", "common"]);
  const navigate = useNavigate();
  const tell = useTell();
  const [remove, isRemoving] = useChange(DELETE);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const submit = async () => {
    const outcome = await remove({ input: { id: account.id, name: typed, idempotencyKey: newKey() } });
    if (outcome.problem) {
      setProblem(outcome.problem);
      return;
    }
    tell.done(t("delete.done", { name: account.name }));
    void navigate("/accounts");
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("delete.title", { name: account.name })}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Consequences account={account} />
          <TextInput
            label={
              <Trans t={t} i18nKey="delete.confirm" values={{ name: account.name }} components={{ name: <bdi style={{ fontWeight: 700 }} /> }} />
            }
            value={typed}
            autoComplete="off"
            data-autofocus
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          {problem && <ProblemNotice problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:actions.cancel")}
            </Button>
            <Button type="submit" color="red" loading={isRemoving} disabled={typed.trim() !== account.name}>
              {t("delete.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Consequences({ account }: { account: Account }) {
  const { t } = useTranslation(["accounts", "common"]);
  const format = useFormat();
  const { can } = useSession();
  const { data, isLoading } = useRead(HANGING, {
    id: account.id,
    conversations: can("conversations:read"),
    orders: can("orders:read"),
  });
  const chats = data?.conversations?.totalCount;
  const orders = data?.orders?.totalCount;
  const queued = account.health.queueLength;
  return (
    <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t("delete.for_good")}>
      <List size="sm" spacing={4}>
        <List.Item>{t("delete.unlinked")}</List.Item>
        {queued > 0 && <List.Item>{t("delete.queued", { count: queued, shown: format.number(queued) })}</List.Item>}
        <List.Item>
          {isLoading ? (
            <Skeleton h={14} w={220} />
          ) : (
            <Text span fz="sm" c="inherit">
              {t("delete.stays", {
                chats: chats == null ? t("delete.allChats") : t("delete.chats", { count: chats, shown: format.number(chats) }),
                orders: orders == null ? t("delete.allOrders") : t("delete.orders", { count: orders, shown: format.number(orders) }),
              })}
            </Text>
          )}
        </List.Item>
        {account.isDefault && <List.Item>{t("delete.default")}</List.Item>}
      </List>
    </Alert>
  );
}
