// The WhatsApp numbers of the shop: how each is doing, and what to do about it.

import { Button, Skeleton } from "@mantine/core";
import { Plus, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFilter } from "@/ui/paging";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useFresh } from "@/ui/useFresh";
import { useRead } from "@/ui/useRead";
import { AccountCard } from "./AccountCard";
import { ACCOUNTS, ACCOUNTS_HEALTH } from "./documents";
import { NewAccount } from "./NewAccount";
import { HEALTH_MILLISECONDS } from "./useAccount";
import "./accounts.css";

export default function Accounts() {
  const { t } = useTranslation("accounts");
  const { can } = useSession();
  const { data, isLoading, problem, refresh } = useRead(ACCOUNTS, {});
  const [adding, setAdding] = useFilter("new");
  const { refresh: readHealth } = useRead(ACCOUNTS_HEALTH, {}, { pause: true });
  useFresh(readHealth, HEALTH_MILLISECONDS);
  const accounts = data?.whatsappAccounts?.nodes ?? [];
  const add = can("accounts:write") && (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      onClick={() => {
        setAdding("1");
      }}
    >
      {t("add.button")}
    </Button>
  );
  return (
    <Page title={t("title")} description={t("description")} actions={accounts.length > 0 && add}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && <Waiting />}
      {data !== undefined && accounts.length === 0 && (
        <div className="card">
          <EmptyState icon={Smartphone} title={t("empty.title")} advice={t("empty.advice")} action={add} />
        </div>
      )}
      {accounts.length > 0 && (
        <div className="accounts">
          {accounts.map((account) => (
            <AccountCard key={account.id} account={account} />
          ))}
        </div>
      )}
      {can("accounts:write") && (
        <NewAccount
          isOpen={adding !== null}
          onClose={() => {
            setAdding(null);
          }}
        />
      )}
    </Page>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="accounts" aria-busy aria-label={t("list.loading")}>
      {[0, 1, 2].map((place) => (
        <Skeleton key={place} h={196} radius="lg" />
      ))}
    </div>
  );
}
