// One customer: who they are, what they bought and said, and what can be done about them.

import { Grid, Skeleton, Stack } from "@mantine/core";
import { UserX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useHeard } from "@/api/useHeard";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Code, Words } from "@/ui/values";
import { CustomerActions } from "./CustomerActions";
import { CustomerChats } from "./CustomerChats";
import { CustomerOrders } from "./CustomerOrders";
import { CUSTOMER_PAGE, type CustomerProfile } from "./documents";
import { Consent } from "./profile/Consent";
import { Note } from "./profile/Note";
import { Profile } from "./profile/Profile";
import { Spend } from "./profile/Spend";
import { Tags } from "./profile/Tags";
import { Standing } from "./Standing";
import { called } from "./words";
import "./customers.css";

export default function CustomerPage() {
  const { t } = useTranslation(["customers", "common"]);
  const { id = "" } = useParams();
  const { data, problem, refresh } = useRead(CUSTOMER_PAGE, { id });
  useHeard(["customer.changed", "customer.merged"], refresh);
  const parent = { to: "/customers", label: t("title") };
  const customer = data?.customer;
  if (customer) return <Known key={customer.id} customer={customer} parent={parent} />;
  return (
    <Page title={t("one")} parent={parent}>
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {data && !problem && <EmptyState icon={UserX} title={t("gone.title")} advice={t("gone.advice")} />}
      {!data && !problem && <Waiting />}
    </Page>
  );
}

function Known({ customer, parent }: { customer: CustomerProfile; parent: { to: string; label: string } }) {
  const { t } = useTranslation(["customers", "common"]);
  const isErased = customer.erasedAt !== null;
  return (
    <Page
      title={called(customer, t)}
      parent={parent}
      description={<Whereabouts customer={customer} />}
      actions={!isErased && <CustomerActions customer={customer} />}
    >
      <Standing customer={customer} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Stack gap="lg">
            <Spend spend={customer.spend} />
            {!isErased && (
              <>
                <Profile customer={customer} />
                <Consent customer={customer} />
              </>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <Stack gap="lg">
            <CustomerOrders customerId={customer.id} />
            <CustomerChats customerId={customer.id} />
            {!isErased && (
              <>
                <Tags customer={customer} />
                <Note customer={customer} />
              </>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Whereabouts({ customer: { phone, profileName, account } }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  return (
    <>
      {phone !== null && profileName !== "" && (
        <>
          <Code>{phone}</Code>
          {" · "}
        </>
      )}
      {account && (
        <>
          {t("writesTo")} <Words>{account.name}</Words>
        </>
      )}
    </>
  );
}

function Waiting() {
  const { t } = useTranslation("common");
  return (
    <Grid gap="lg" aria-label={t("list.loading")}>
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="lg">
          <Skeleton h={260} radius="lg" />
          <Skeleton h={200} radius="lg" />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Stack gap="lg">
          <Skeleton h={90} radius="lg" />
          <Skeleton h={320} radius="lg" />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
