// The AI providers in the order in which they are asked, and the built-in assistant behind them all.

import { Button, Skeleton, Stack } from "@mantine/core";
import { Bot, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useLive } from "@/api/useLive";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { useFilter } from "@/ui/paging";
import { ProblemNotice, useTell } from "@/ui/problems";
import { SortableList } from "@/ui/SortableList";
import { useFresh } from "@/ui/useFresh";
import { useRead } from "@/ui/useRead";
import { BuiltIn } from "./BuiltIn";
import { PROVIDER_CHANGED, PROVIDERS, REORDER, type Kind, type Provider } from "./documents";
import { PriceForm } from "./PriceForm";
import { ProviderCard } from "./ProviderCard";
import { ProviderForm } from "./ProviderForm";
import "./providers.css";

// Being asked changes no provider, and a rest ends by itself.
const USE_MILLISECONDS = 15_000;

export default function Providers() {
  const { t } = useTranslation("providers");
  const { can } = useSession();
  const { data, isLoading, problem, refresh } = useRead(PROVIDERS, {});
  const [, setOpen] = useFilter("edit");
  const providers = data?.aiProviders?.nodes ?? [];
  // Which of them there are, and in which order, the list itself says.
  useLive(PROVIDER_CHANGED, {}, { onTold: refresh });
  useFresh(refresh, USE_MILLISECONDS);
  const add = can("providers:write") && (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      onClick={() => {
        setOpen("new");
      }}
    >
      {t("add.button")}
    </Button>
  );
  return (
    <Page title={t("title")} description={t("description")} actions={providers.length > 0 && add} width={1000}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {isLoading && <Waiting />}
      {data !== undefined && (
        <Stack gap="sm">
          {providers.length === 0 ? (
            <div className="card">
              <EmptyState icon={Bot} title={t("empty.title")} advice={t("empty.advice")} action={add} />
            </div>
          ) : (
            <Ordered providers={providers} kinds={data.aiProviderKinds ?? []} />
          )}
          <BuiltIn isAlone={!providers.some(({ state }) => state === "READY")} />
        </Stack>
      )}
      {can("providers:write") && data !== undefined && <Forms providers={providers} kinds={data.aiProviderKinds ?? []} />}
    </Page>
  );
}

function Ordered({ providers, kinds }: { providers: readonly Provider[]; kinds: readonly Kind[] }) {
  const { t } = useTranslation("providers");
  const { can } = useSession();
  const tell = useTell();
  const [reorder] = useChange(REORDER);
  return (
    <SortableList
      label={t("list")}
      items={providers}
      nameOf={({ name }) => name}
      isFixed={!can("providers:write")}
      className="providers"
      onOrder={async (ids) => {
        const { problem } = await reorder({ input: { ids, idempotencyKey: newKey() } });
        if (problem) tell.problem(problem);
        return problem === undefined;
      }}
      render={(provider, handle, steps) => (
        <ProviderCard
          provider={provider}
          kind={kinds.find(({ name }) => name === provider.type)?.label ?? provider.type}
          handle={handle}
          steps={steps}
        />
      )}
    />
  );
}

/** Opened by the address, so that a notice can lead right to what a person must mend. */
function Forms({ providers, kinds }: { providers: readonly Provider[]; kinds: readonly Kind[] }) {
  const [edited, setEdited] = useFilter("edit");
  const [priced, setPriced] = useFilter("price");
  const close = () => {
    setEdited(null);
  };
  const provider = providers.find(({ id }) => id === edited);
  const withPrice = providers.find(({ id }) => id === priced);
  return (
    <>
      <ProviderForm key={edited} isOpen={edited === "new" || provider !== undefined} provider={provider} kinds={kinds} onClose={close} />
      {withPrice !== undefined && (
        <PriceForm
          key={withPrice.id}
          provider={withPrice}
          onClose={() => {
            setPriced(null);
          }}
        />
      )}
    </>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" aria-busy aria-label={t("list.loading")}>
      {[0, 1, 2].map((place) => (
        <Skeleton key={place} h={112} radius="lg" />
      ))}
    </Stack>
  );
}
