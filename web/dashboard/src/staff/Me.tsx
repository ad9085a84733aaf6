// One's own account: password, second factor, the browsers in which one is signed in.

import { SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Page, Section } from "@/ui/Page";
import { Field, When, Words } from "@/ui/values";
import { Password } from "./me/Password";
import { SecondFactor } from "./me/SecondFactor";
import { Sessions } from "./me/Sessions";

export default function Me() {
  const { t } = useTranslation(["staff", "common", "app"]);
  const { viewer } = useSession();
  return (
    <Page title={t("me.title")} description={t("me.description")} width={960}>
      <Stack gap="lg">
        <Section title={t("me.who")}>
          <SimpleGrid component="dl" cols={{ base: 1, xs: 2, sm: 4 }} m={0}>
            <Field label={t("common:fields.name")}>
              <Words>{viewer.staff.name}</Words>
            </Field>
            <Field label={t("common:fields.email")}>
              <Words>{viewer.staff.email}</Words>
            </Field>
            <Field label={t("role")}>{t(`app:roles.${viewer.staff.role}`)}</Field>
            <Field label={t("me.lastSignIn")}>
              {viewer.lastSignInAt === null ? t("common:fields.none") : <When time={viewer.lastSignInAt} />}
            </Field>
          </SimpleGrid>
        </Section>
        <SecondFactor />
        <Password />
        <Sessions />
      </Stack>
    </Page>
  );
}
