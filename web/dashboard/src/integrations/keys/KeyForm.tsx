// A new key, which is shown once, or the name and the end of one that is known.

import { Alert, Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIntention } from "@/api/keys";
import type { Problem } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { dayOf } from "@/i18n/days";
import { useSession } from "@/session/session";
import { FormDrawer } from "@/ui/FormDrawer";
import { useTell } from "@/ui/problems";
import { ShownOnce } from "@/ui/ShownOnce";
import { useFieldProblem } from "@/ui/useFieldProblem";
import { CREATE_KEY, UPDATE_KEY, type ApiKey } from "./documents";
import { expiresAt, type End } from "./expiry";
import { ExpiryInput } from "./ExpiryInput";
import { ScopeMatrix } from "./ScopeMatrix";
import { EVERYTHING, NOTHING, scopesOf, type Levels } from "./scopes";

const LONGEST_NAME = 80;

interface Values {
  name: string;
  access: "chosen" | "everything";
  scopes: Levels;
  end: End;
  day: string;
}

interface KeyFormProps {
  apiKey: ApiKey | undefined;
  isOpen: boolean;
  onClose: () => void;
}

export function KeyForm({ apiKey, isOpen, onClose }: KeyFormProps) {
  const { t } = useTranslation(["integrations", "common"]);
  const { timeZone } = useSession().settings;
  const tell = useTell();
  const putToField = useFieldProblem();
  const { keyFor } = useIntention();
  const [create] = useChange(CREATE_KEY);
  const [update] = useChange(UPDATE_KEY);
  const [made, setMade] = useState<{ key: string | null } | null>(null);
  const form = useForm<Values>({
    initialValues: {
      name: apiKey?.name ?? "",
      access: "chosen",
      scopes: NOTHING,
      end: apiKey === undefined ? "90" : apiKey.expiresAt === null ? "never" : "day",
      // The last moment of it, not the first of the next day.
      day: apiKey?.expiresAt == null ? "" : dayOf(Date.parse(apiKey.expiresAt) - 1, timeZone),
    },
    validate: {
      name: (name) => (name.trim() === "" ? t("needsName") : null),
      day: (day, { end }) => (end === "day" && day === "" ? t("keys.needsDay") : null),
      scopes: (levels, { access }) =>
        apiKey === undefined && access === "chosen" && scopesOf(levels).length === 0 ? t("keys.needsScope") : null,
    },
  });

  const submit = async (): Promise<Problem | undefined> => {
    if (form.validate().hasErrors) return undefined;
    const { access, day, end, name, scopes } = form.getValues();
    if (apiKey) return change(apiKey, name, form.isDirty("end") || form.isDirty("day") ? expiresAt(end, day, timeZone) : undefined);
    const input = { name: name.trim(), scopes: access === "everything" ? [EVERYTHING] : scopesOf(scopes) };
    const { payload, problem } = await create({
      input: { ...input, expiresAt: expiresAt(end, day, timeZone), idempotencyKey: keyFor({ ...input, end, day }) },
    });
    if (problem) return putToField(form, problem, { expiresAt: "day" });
    setMade({ key: payload.key });
    onClose();
    return undefined;
  };
  const change = async ({ id }: ApiKey, name: string, end: string | null | undefined): Promise<Problem | undefined> => {
    const changes = { name: name.trim(), ...(end === null && { clearExpiresAt: true }), ...(end != null && { expiresAt: end }) };
    const { problem } = await update({ input: { id, changes, idempotencyKey: keyFor(changes) } });
    if (problem) return putToField(form, problem, { expiresAt: "day" });
    tell.done(t("common:toast.saved"));
    onClose();
    return undefined;
  };

  return (
    <>
      <FormDrawer
        title={apiKey ? t("keys.edit") : t("keys.new")}
        isOpen={isOpen}
        onClose={onClose}
        isDirty={form.isDirty()}
        onSubmit={submit}
        action={apiKey ? undefined : t("keys.make")}
        size="lg"
      >
        <TextInput
          label={t("common:fields.name")}
          description={t("keys.nameAdvice")}
          maxLength={LONGEST_NAME}
          data-autofocus
          required
          {...form.getInputProps("name")}
        />
        <ExpiryInput form={form} />
        {apiKey === undefined && (
          <>
            <Radio.Group label={t("keys.access")} {...form.getInputProps("access")}>
              <Stack gap={6} mt={6}>
                <Radio value="chosen" label={t("keys.chosen")} description={t("keys.chosenAdvice")} />
                <Radio value="everything" label={t("keys.everything")} description={t("keys.everythingAdvice")} />
              </Stack>
            </Radio.Group>
            {form.getValues().access === "chosen" && (
              <ScopeMatrix
                levels={form.getValues().scopes}
                onChange={(scopes) => {
                  form.setFieldValue("scopes", scopes);
                }}
              />
            )}
            {form.errors.scopes && (
              <Alert color="red" role="alert" icon={<TriangleAlert size={18} aria-hidden />}>
                {form.errors.scopes}
              </Alert>
            )}
          </>
        )}
      </FormDrawer>
      {made && (
        <ShownOnce
          title={t("keys.made")}
          label={t("keys.key")}
          value={made.key}
          warning={t("keys.warning")}
          gone={t("keys.gone")}
          done={t("keys.kept")}
          onClose={() => {
            setMade(null);
          }}
        />
      )}
    </>
  );
}
