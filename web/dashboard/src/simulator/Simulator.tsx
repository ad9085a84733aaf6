// A phone to be a customer with, and beside it what the shop does: the same pipeline as WhatsApp, without a phone.

import { Button, Group, Skeleton } from "@mantine/core";
import { FlaskConical, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { useFilter } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Bench } from "./Bench";
import { NUMBERS, type SimulatedNumber } from "./documents";
import { LineMenu } from "./LineMenu";
import { NumberSelect } from "./NumberSelect";
import { usePerson } from "./person";
import { PersonPicker } from "./PersonPicker";
import { useNewNumber } from "./useNewNumber";
import "./simulator.css";

export default function Simulator() {
  const { t } = useTranslation("simulator");
  const { can } = useSession();
  const { data, isLoading, problem, refresh } = useRead(NUMBERS, { mayLink: can("accounts:write") });
  const [wanted, setWanted] = useFilter("account");
  const [person, setPerson] = usePerson();
  const numbers = data?.whatsappAccounts?.nodes ?? [];
  const number = numbers.find(({ id }) => id === wanted) ?? numbers.find(({ status }) => status === "CONNECTED") ?? numbers[0];
  return (
    <Page
      title={t("title")}
      description={t("description")}
      width={1500}
      actions={
        number && (
          <Group gap="xs" align="flex-end">
            <NumberSelect numbers={numbers} chosen={number} onChoose={setWanted} />
            <PersonPicker accountId={number.id} chosen={person} onChoose={setPerson} />
            <LineMenu accountId={number.id} />
          </Group>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && <Waiting />}
      {data !== undefined && number === undefined && <Nothing numbers={numbers} onMade={setWanted} />}
      {number && <Bench key={`${number.id} ${person.lid}`} number={number} person={person} />}
    </Page>
  );
}

function Nothing({ numbers, onMade }: { numbers: readonly SimulatedNumber[]; onMade: (id: string) => void }) {
  const { t } = useTranslation("simulator");
  const { can } = useSession();
  const { make, isMaking } = useNewNumber(numbers, onMade);
  return (
    <div className="card">
      <EmptyState
        icon={FlaskConical}
        title={t("empty.title")}
        advice={can("accounts:write") ? t("empty.advice") : t("empty.ask")}
        action={
          can("accounts:write") && (
            <Button mt="sm" leftSection={<Plus size={16} aria-hidden />} loading={isMaking} onClick={() => void make()}>
              {t("number.new")}
            </Button>
          )
        }
      />
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="sim-bench" aria-busy aria-label={t("list.loading")}>
      <Skeleton h={640} radius={36} />
      <Skeleton h={320} radius="lg" />
    </div>
  );
}
