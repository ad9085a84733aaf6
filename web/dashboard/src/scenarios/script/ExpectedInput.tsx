// What must hold when the script is through. What is left empty is not asked for.

import { Autocomplete, Input, NumberInput, Select, SimpleGrid } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { graphql } from "@/api/graphql";
import { useSession } from "@/session/session";
import { useRead } from "@/ui/useRead";
import { ANSWERED_BY, LONGEST_PACKAGE, ORDER_STATUSES, SCRIPT_LANGUAGES, type ScriptValues } from "./values";

const PACKAGE_NAMES = graphql(`
  query PackageNames {
    packages(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

const MOST_ORDERS = 10;

export function ExpectedInput({ form }: { form: UseFormReturnType<ScriptValues> }) {
  const { t } = useTranslation(["scenarios", "common", "orders"]);
  const { can } = useSession();
  const { data } = useRead(PACKAGE_NAMES, {}, { pause: !can("catalog:read") });
  const names = [...new Set(data?.packages?.nodes.map(({ name }) => name))];
  const any = { placeholder: t("script.any"), clearable: true, clearButtonProps: { "aria-label": t("common:actions.clear") } };
  return (
    <Input.Wrapper component="fieldset" label={t("script.expected")} labelElement="div" description={t("script.expectedAdvice")} className="script-steps">
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} mt="xs" spacing="sm">
        <NumberInput
          label={t("expected.orders")}
          placeholder={t("script.any")}
          min={0}
          max={MOST_ORDERS}
          allowDecimal={false}
          {...form.getInputProps("expected.orders")}
        />
        <Select
          label={t("expected.orderStatus")}
          data={ORDER_STATUSES.map((value) => ({ value, label: t(`orders:status.${value}`) }))}
          {...any}
          {...form.getInputProps("expected.orderStatus")}
        />
        <Autocomplete
          label={t("expected.package")}
          placeholder={t("script.any")}
          data={names}
          maxLength={LONGEST_PACKAGE}
          {...form.getInputProps("expected.package")}
        />
        <NumberInput
          label={t("expected.quantity")}
          placeholder={t("script.any")}
          min={1}
          allowDecimal={false}
          {...form.getInputProps("expected.quantity")}
        />
        <Select
          label={t("expected.answeredBy")}
          data={ANSWERED_BY.map((value) => ({ value, label: t(`answeredBy.${value}`) }))}
          {...any}
          {...form.getInputProps("expected.answeredBy")}
        />
        <Select
          label={t("expected.language")}
          data={SCRIPT_LANGUAGES.map((value) => ({ value, label: t(`common:languages.${value}`) }))}
          {...any}
          {...form.getInputProps("expected.language")}
        />
        <Select
          label={t("expected.isOptedOut")}
          data={(["yes", "no"] as const).map((value) => ({ value, label: t(value) }))}
          {...any}
          {...form.getInputProps("expected.isOptedOut")}
        />
      </SimpleGrid>
    </Input.Wrapper>
  );
}
