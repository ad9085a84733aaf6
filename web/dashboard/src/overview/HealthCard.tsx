// Whether all that sells is well: the numbers, the AI providers and the program itself.

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql, type ResultOf } from "@/api/graphql";
import { useHeard } from "@/api/useHeard";
import { useFormat } from "@/i18n/format";
import { useSession } from "@/session/session";
import { Badge, type Tone } from "@/ui/Badge";
import { useFresh } from "@/ui/useFresh";
import { useRead } from "@/ui/useRead";
import { Ago, Code, Words } from "@/ui/values";
import { Card } from "./Card";
import { Program } from "./Program";

const HEALTH = graphql(`
  query Health($accounts: Boolean!, $providers: Boolean!, $system: Boolean!) {
    whatsappAccounts(first: 12) @include(if: $accounts) {
      totalCount
      nodes {
        id
        name
        phone
        isSimulated
        status
        statusChangedAt
        health {
          queueLength
          restriction
        }
      }
    }
    aiProviders(first: 12) @include(if: $providers) {
      totalCount
      nodes {
        id
        name
        type
        state
        usedToday
        dailyLimit
      }
    }
    systemHealth @include(if: $system) {
      database {
        milliseconds
      }
      jobs {
        waiting
        oldestSeconds
      }
      eventFeed {
        lagSeconds
      }
      disk {
        freeBytes
        totalBytes
      }
    }
  }
`);

type Answer = ResultOf<typeof HEALTH>;
export type System = NonNullable<Answer["systemHealth"]>;
type Account = NonNullable<Answer["whatsappAccounts"]>["nodes"][number];
type Provider = NonNullable<Answer["aiProviders"]>["nodes"][number];

// Queues and the program's own parts are told by no event.
const EVERY_MILLISECONDS = 30_000;
const TOLD = ["account.changed", "provider.changed"];
const ACCOUNT_TONES = { CONNECTED: "good", CONNECTING: "info", DISCONNECTED: "warn", BANNED: "bad" } as const;
const PROVIDER_TONES = { READY: "good", COOLING: "warn", EXHAUSTED: "warn", NEEDS_PERSON: "bad", NO_KEY: "warn", OFF: "idle" } as const;

export function HealthCard() {
  const { t } = useTranslation("overview");
  const { can } = useSession();
  const read = useRead(HEALTH, {
    accounts: can("accounts:read"),
    providers: can("providers:read"),
    system: can("settings:read"),
  });
  useHeard(TOLD, read.refresh);
  useFresh(read.refresh, EVERY_MILLISECONDS);
  const { whatsappAccounts: accounts, aiProviders: providers, systemHealth: system } = read.data ?? {};
  return (
    <Card className="overview-health" title={t("health.title")} height={150} read={read}>
      {read.data && (
        <div className="health">
          {accounts && (
            <Group title={t("health.accounts")} to="/accounts" nothing={t("health.noAccounts")}>
              {accounts.nodes.map((account) => (
                <AccountLine key={account.id} account={account} />
              ))}
            </Group>
          )}
          {providers && (
            <Group title={t("health.providers")} to="/providers" nothing={t("health.noProviders")}>
              {providers.nodes.map((provider) => (
                <ProviderLine key={provider.id} provider={provider} />
              ))}
            </Group>
          )}
          {system && <Program system={system} />}
        </div>
      )}
    </Card>
  );
}

function Group({ title, to, nothing, children }: { title: string; to: string; nothing: string; children: ReactNode[] }) {
  return (
    <div>
      <h3>
        <Link to={to}>{title}</Link>
      </h3>
      {children.length === 0 ? <p className="muted">{nothing}</p> : <ul>{children}</ul>}
    </div>
  );
}

function Line({ to, name, note, tone, state }: { to: string; name: ReactNode; note: ReactNode; tone: Tone; state: string }) {
  return (
    <li>
      <span className="health-name">
        <Link to={to}>{name}</Link>
        <span className="muted health-notes">{note}</span>
      </span>
      <Badge tone={tone}>{state}</Badge>
    </li>
  );
}

function AccountLine({ account }: { account: Account }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { name, phone, status, health, isSimulated } = account;
  const isHeld = status === "CONNECTED" && health.restriction === "REACH_OUT";
  const waiting = health.queueLength;
  return (
    <Line
      to={`/accounts/${account.id}`}
      name={<Words>{name}</Words>}
      note={
        <>
          {isSimulated ? <span>{t("health.simulated")}</span> : phone && <Code>{phone}</Code>}
          {waiting > 0 && <span>{t("health.queue", { count: waiting, shown: format.number(waiting) })}</span>}
          {status !== "CONNECTED" && <Ago time={account.statusChangedAt} />}
        </>
      }
      tone={isHeld ? "warn" : ACCOUNT_TONES[status]}
      state={isHeld ? t("health.accountStates.RESTRICTED") : t(`health.accountStates.${status}`)}
    />
  );
}

function ProviderLine({ provider }: { provider: Provider }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { name, type, state, usedToday, dailyLimit } = provider;
  const used = format.number(usedToday ?? 0);
  return (
    <Line
      to="/providers"
      name={<Words>{name}</Words>}
      note={`${type} · ${dailyLimit === null ? t("health.used", { used }) : t("health.usedOf", { used, limit: format.number(dailyLimit) })}`}
      tone={state === null ? "idle" : PROVIDER_TONES[state]}
      state={state === null ? "–" : t(`health.providerStates.${state}`)}
    />
  );
}
