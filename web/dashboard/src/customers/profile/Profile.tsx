// Who they are, as far as WhatsApp tells, and the language they are answered in.

import { NativeSelect, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/session/session";
import { Section } from "@/ui/Page";
import { Code, Copyable, Field, When, Words } from "@/ui/values";
import type { CustomerProfile } from "../documents";
import { useUpdate } from "../useUpdate";
import { isLanguage, LANGUAGES } from "../words";

const GUESSED = "";

export function Profile({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  return (
    <Section title={t("profile.title")}>
      <Stack gap="sm" component="dl" m={0}>
        <Field label={t("common:fields.phone")}>
          {customer.phone === null ? (
            <span className="muted">{t("profile.noPhone")}</span>
          ) : (
            <Copyable value={customer.phone} label={t("common:fields.phone")}>
              <Code>{customer.phone}</Code>
            </Copyable>
          )}
        </Field>
        {customer.account && (
          <Field label={t("columns.account")}>
            <Link to={`/accounts/${customer.account.id}`} className="plain-link">
              <Words>{customer.account.name}</Words>
            </Link>
          </Field>
        )}
        <Field label={t("columns.since")}>
          <When time={customer.createdAt} />
        </Field>
        <Field label={t("profile.lid")}>
          <Code>{customer.lid}</Code>
        </Field>
      </Stack>
      <LanguageChoice customer={customer} />
    </Section>
  );
}

function LanguageChoice({ customer: { id, language, isLanguageChosen } }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const { can } = useSession();
  const [update, isBusy] = useUpdate(id);
  const known = isLanguage(language) ? t(`common:languages.${language}`) : null;
  const guessed = known === null || isLanguageChosen ? t("language.guess") : t("language.guessed", { language: known });
  return (
    <NativeSelect
      mt="md"
      label={t("common:fields.language")}
      description={t("language.hint")}
      value={isLanguageChosen && language !== null ? language : GUESSED}
      disabled={isBusy || !can("customers:write")}
      data={[
        { value: GUESSED, label: guessed },
        ...LANGUAGES.map((tag) => ({ value: tag, label: t(`common:languages.${tag}`) })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        void update(chosen === GUESSED ? { clearLanguage: true } : { language: chosen });
      }}
    />
  );
}
