// A package, new or known: what is in it, how long it lasts and what it costs.

import { Group, NumberInput, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { newKey, useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { CurrencySelect } from "@/ui/CurrencySelect";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import type { Package, Service } from "./documents";
import { FeaturesInput, type Feature } from "./FeaturesInput";
import { PACKAGE_CREATE, PACKAGE_UPDATE } from "./package-documents";
import type { Place } from "./useCatalog";

const LONGEST_NAME = 120;
const LONGEST_DURATION = 1000;
const UNITS = ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"] as const;
type Unit = (typeof UNITS)[number];

interface Values {
  name: string;
  description: string;
  features: Feature[];
  price: string | number;
  currency: string;
  durationCount: string | number;
  durationUnit: Unit;
  isActive: boolean;
}

interface PackageFormProps {
  service: Service;
  thing: Package | undefined;
  isOpen: boolean;
  /** `shown`: what the phone is to show next. */
  onClose: (shown?: Place) => void;
}

export function PackageForm({ service, thing, isOpen, onClose }: PackageFormProps) {
  const { t } = useTranslation(["catalog", "common"]);
  const tell = useTell();
  const { settings } = useSession();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [create] = useChange(PACKAGE_CREATE);
  const [update] = useChange(PACKAGE_UPDATE);
  const form = useForm<Values>({
    initialValues: valuesOf(thing, settings.currency),
    validate: {
      name: (name) => (name.trim() === "" ? t("form.needsName") : null),
      price: (price) => (price === "" ? t("form.needsPrice") : null),
    },
  });
  const save = async () => {
    if (form.validate().hasErrors) return undefined;
    const { price, currency, durationCount, durationUnit, features, ...plain } = form.getValues();
    const values = {
      ...plain,
      features: features.map(({ text }) => text.trim()).filter((text) => text !== ""),
      price: { amount: String(price), currency },
      duration: durationCount === "" ? null : { count: Number(durationCount), unit: durationUnit },
    };
    const { payload, problem } = thing
      ? await update({
          input: { id: thing.id, changes: { ...values, clearDuration: values.duration === null }, idempotencyKey: keyFor(values) },
        })
      : await create({ input: { ...values, serviceId: service.id, idempotencyKey: keyFor(values) } });
    if (problem) return putToField(form, problem, { duration: "durationCount" });
    tell.done(t("common:toast.saved"));
    onClose(`package:${payload.package.id}`);
    return undefined;
  };
  return (
    <FormDrawer
      title={thing ? t("form.editPackage") : t("form.newPackage", { service: service.name })}
      isOpen={isOpen}
      onClose={() => {
        onClose();
      }}
      isDirty={form.isDirty()}
      onSubmit={save}
      action={thing ? undefined : t("common:actions.create")}
    >
      <TextInput label={t("common:fields.name")} maxLength={LONGEST_NAME} data-autofocus required {...form.getInputProps("name")} />
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <NumberInput
          className="catalog-grow"
          label={t("form.price")}
          required
          min={0}
          allowNegative={false}
          decimalScale={3}
          thousandSeparator=","
          hideControls
          inputMode="decimal"
          {...form.getInputProps("price")}
        />
        <CurrencySelect className="catalog-currency" {...form.getInputProps("currency")} />
      </Group>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <NumberInput
          className="catalog-grow"
          label={t("form.duration")}
          placeholder={t("duration.none")}
          min={1}
          max={LONGEST_DURATION}
          allowDecimal={false}
          allowNegative={false}
          {...form.getInputProps("durationCount")}
        />
        <Select
          className="catalog-currency"
          label={t("form.durationUnit")}
          allowDeselect={false}
          data={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
          {...form.getInputProps("durationUnit")}
        />
      </Group>
      <Textarea label={t("form.description")} autosize minRows={2} maxRows={10} {...form.getInputProps("description")} />
      <FeaturesInput
        features={form.getValues().features}
        error={form.errors.features}
        onChange={(features) => {
          form.setFieldValue("features", features);
        }}
      />
      <Switch label={t("shelf.active")} description={t("form.onSalePackage")} {...form.getInputProps("isActive", { type: "checkbox" })} />
    </FormDrawer>
  );
}

function valuesOf(thing: Package | undefined, currency: string): Values {
  return {
    name: thing?.name ?? "",
    description: thing?.description ?? "",
    features: (thing?.features ?? []).map((text) => ({ id: newKey(), text })),
    price: thing ? thing.price.amount.replace(/\.0+$/, "") : "",
    currency: thing?.price.currency ?? currency,
    durationCount: thing?.durationCount ?? "",
    durationUnit: thing?.durationUnit ?? "MONTH",
    isActive: thing?.isActive ?? true,
  };
}
