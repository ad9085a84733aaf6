// What a provider takes for a million tokens, from a day on; the prices before it stay, so that old costs stay true.

import { Group, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useFormat } from "@/i18n/format";
import { CurrencySelect } from "@/ui/CurrencySelect";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { SET_PRICE, type Provider } from "./documents";
import { short, usePriceWords, useToday } from "./PriceText";

const DECIMAL = /^\d+(?:[.]\d{1,6})?$/;

export function PriceForm({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const { t } = useTranslation(["providers", "common"]);
  const tell = useTell();
  const putToField = useFieldProblem();
  const intention = useIntention();
  const today = useToday();
  const [setPrice] = useChange(SET_PRICE);
  const newest = provider.prices.at(-1);
  const check = (amount: string) => (DECIMAL.test(amount.trim()) ? null : t("price.wrong"));
  const form = useForm({
    initialValues: {
      currency: newest?.currency ?? "USD",
      read: short(newest?.read ?? ""),
      written: short(newest?.written ?? ""),
      validFrom: today,
    },
    validate: { read: check, written: check },
  });
  const submit = async () => {
    if (form.validate().hasErrors) return undefined;
    const { currency, read, written, validFrom } = form.getValues();
    const asked = { id: provider.id, currency, read: read.trim(), written: written.trim(), validFrom };
    const { problem } = await setPrice({ input: { ...asked, idempotencyKey: intention.keyFor(asked) } });
    if (problem) return putToField(form, problem);
    intention.done();
    tell.done(t("common:toast.saved"));
    onClose();
    return undefined;
  };
  return (
    <FormDrawer title={t("price.title", { name: provider.name })} isOpen onClose={onClose} isDirty={form.isDirty()} onSubmit={submit}>
      <Text fz="sm" className="muted">
        {t("price.hint")}
      </Text>
      <CurrencySelect {...form.getInputProps("currency")} />
      <Group grow align="flex-start">
        <TextInput label={t("price.read")} inputMode="decimal" dir="ltr" required data-autofocus {...form.getInputProps("read")} />
        <TextInput label={t("price.written")} inputMode="decimal" dir="ltr" required {...form.getInputProps("written")} />
      </Group>
      <TextInput type="date" label={t("price.since")} description={t("price.sinceHint")} required {...form.getInputProps("validFrom")} />
      {provider.prices.length > 0 && <Known prices={provider.prices} />}
    </FormDrawer>
  );
}

function Known({ prices }: { prices: Provider["prices"] }) {
  const { t } = useTranslation("providers");
  const format = useFormat();
  const words = usePriceWords();
  return (
    <Stack gap={4}>
      <Title order={3} fz="sm">
        {t("price.known")}
      </Title>
      <Table verticalSpacing={6} horizontalSpacing={0}>
        <Table.Tbody>
          {prices.toReversed().map((price) => (
            <Table.Tr key={price.id}>
              <Table.Td fz="sm" className="muted num">
                {format.date(price.validFrom)}
              </Table.Td>
              <Table.Td fz="sm" ta="end" className="num">
                {words(price)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
