// Two customers who turned out to be one person: find the other one, see what happens, and say yes.

import { Alert, Drawer, Button, Group, List, Radio, Skeleton, Stack, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { ProblemNotice, useTell } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { useRead } from "@/ui/useRead";
import { Ago, Code, Words } from "@/ui/values";
import { MERGE } from "./changes";
import { CUSTOMERS, type CustomerProfile, type CustomerRow } from "./documents";
import { called } from "./words";

const SHOWN = 8;

interface MergeDrawerProps {
  customer: CustomerProfile;
  isOpen: boolean;
  onClose: () => void;
}

export function MergeDrawer({ customer, isOpen, onClose }: MergeDrawerProps) {
  const { t } = useTranslation(["customers", "common"]);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={t("merge.title", { name: called(customer, t) })}
      closeButtonProps={{ "aria-label": t("common:actions.close") }}
    >
      <Merging customer={customer} onClose={onClose} />
    </Drawer>
  );
}

function Merging({ customer, onClose }: { customer: CustomerProfile; onClose: () => void }) {
  const { t } = useTranslation(["customers", "common"]);
  const tell = useTell();
  const [merge, isBusy] = useChange(MERGE);
  const [other, setOther] = useState<CustomerRow>();
  const [problem, setProblem] = useState<Problem>();
  const kept = called(customer, t);
  const submit = async () => {
    if (other === undefined) return;
    const outcome = await merge({ input: { keptId: customer.id, mergedId: other.id, idempotencyKey: newKey() } });
    setProblem(outcome.problem);
    if (outcome.problem) return;
    tell.done(t("merge.done", { other: called(other, t), kept }));
    onClose();
  };
  return (
    <Stack>
      <Text fz="sm">{t("merge.intro")}</Text>
      <Others customer={customer} chosen={other} onChoose={setOther} />
      {other && (
        <Alert color="orange" icon={<TriangleAlert size={18} aria-hidden />} title={t("merge.consequences")}>
          <List size="sm" spacing={4}>
            <List.Item>{t("merge.moves", { other: called(other, t), kept })}</List.Item>
            <List.Item>{t("merge.adds")}</List.Item>
            <List.Item>{t("merge.chat")}</List.Item>
            <List.Item>{t("merge.forGood")}</List.Item>
          </List>
        </Alert>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:actions.cancel")}
        </Button>
        <Button color="red" disabled={other === undefined} loading={isBusy} onClick={() => void submit()}>
          {t("merge.action")}
        </Button>
      </Group>
    </Stack>
  );
}

interface OthersProps {
  customer: CustomerProfile;
  chosen: CustomerRow | undefined;
  onChoose: (customer: CustomerRow) => void;
}

function Others({ customer, chosen, onChoose }: OthersProps) {
  const { t } = useTranslation(["customers", "common"]);
  const [search, setSearch] = useState<string | null>(null);
  const { data, isLoading, problem } = useRead(CUSTOMERS, {
    filter: { accountId: customer.account?.id ?? null, search },
    orderBy: { field: "UPDATED_AT", direction: "DESC" },
    first: SHOWN + 1,
  });
  const found = data?.customers?.nodes.filter(({ id }) => id !== customer.id).slice(0, SHOWN) ?? [];
  return (
    <>
      <SearchField label={t("merge.search")} value={search} onSearch={setSearch} data-autofocus />
      {problem && <ProblemNotice problem={problem} />}
      {isLoading && <Skeleton h={220} radius="md" />}
      {data && found.length === 0 && (
        <Text fz="sm" className="muted">
          {t("merge.nobody")}
        </Text>
      )}
      <Radio.Group
        aria-label={t("merge.other")}
        value={chosen?.id ?? null}
        onChange={(id) => {
          const picked = found.find((each) => each.id === id);
          if (picked) onChoose(picked);
        }}
      >
        <Stack gap="xs">
          {found.map((each) => (
            <Radio.Card key={each.id} value={each.id} radius="md" p="sm" aria-label={called(each, t)}>
              <Group wrap="nowrap" gap="sm">
                <Radio.Indicator />
                <div className="grow">
                  <Text fz="sm" fw={560} className="clip">
                    <Words>{called(each, t)}</Words>
                  </Text>
                  <Text fz="xs" className="muted">
                    {each.phone !== null && (
                      <>
                        <Code>{each.phone}</Code>
                        {" · "}
                      </>
                    )}
                    {t("columns.since")} <Ago time={each.createdAt} />
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
