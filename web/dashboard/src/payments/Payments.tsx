// How customers pay: what they are told, word for word, and in which order.

import { Button, Skeleton, Stack } from "@mantine/core";
import { CreditCard, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useHeard } from "@/api/useHeard";
import { useSession } from "@/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { useFilter } from "@/ui/paging";
import { ProblemNotice } from "@/ui/problems";
import { useKept } from "@/ui/useKept";
import { useRead } from "@/ui/useRead";
import { METHODS } from "./documents";
import { MethodForm } from "./MethodForm";
import { MethodList } from "./MethodList";
import { PaymentPreview } from "./PaymentPreview";
import "./payments.css";

const NEW = "new";

export default function Payments() {
  const { t } = useTranslation("payments");
  const { can } = useSession();
  const numbers = can("payments:numbers");
  const mayWrite = can("payments:write");
  const { data, isLoading, problem, refresh } = useRead(METHODS, { numbers });
  useHeard(["payment_config.changed"], refresh);
  const [form, setForm] = useFilter("form");
  const kept = useKept(form);
  const methods = data?.paymentMethods?.nodes;
  const opened = methods?.find(({ id }) => id === kept.value);
  const make = () => {
    setForm(NEW);
  };
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        mayWrite && (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={make}>
            {t("new")}
          </Button>
        )
      }
    >
      <div className="payments">
        <Stack gap="md" miw={0}>
          {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
          {isLoading && <Waiting />}
          {methods?.length === 0 && (
            <div className="card">
              <EmptyState
                icon={CreditCard}
                title={t("empty.title")}
                advice={t("empty.advice")}
                action={
                  mayWrite && (
                    <Button mt="sm" onClick={make}>
                      {t("new")}
                    </Button>
                  )
                }
              />
            </div>
          )}
          {methods && methods.length > 0 && <MethodList methods={methods} onEdit={setForm} />}
        </Stack>
        {numbers && <PaymentPreview methods={methods} />}
      </div>
      {mayWrite && methods && (opened ?? kept.value === NEW) && (
        <MethodForm
          key={kept.times}
          method={opened}
          count={methods.length}
          isOpen={kept.isOpen}
          onClose={() => {
            setForm(null);
          }}
        />
      )}
    </Page>
  );
}

function Waiting() {
  return (
    <>
      {[0, 1, 2].map((place) => (
        <Stack key={place} className="card" p="md" gap="sm" aria-hidden>
          <Skeleton h={18} w={180} />
          <Skeleton h={14} w={280} maw="80%" />
        </Stack>
      ))}
    </>
  );
}
