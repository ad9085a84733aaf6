// Who is to answer the scripted customer.

import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRead } from "@/ui/useRead";
import { ASSISTANTS } from "./documents";
import type { Choice } from "./useRunning";

interface AssistantSelectProps {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

export function AssistantSelect({ choice, onChange }: AssistantSelectProps) {
  const { t } = useTranslation("scenarios");
  const { data } = useRead(ASSISTANTS, {});
  const providers = data?.aiProviders?.nodes ?? [];
  return (
    <Select
      aria-label={t("with")}
      w={190}
      allowDeselect={false}
      data={[
        { value: "SHOP", label: t("assistant.SHOP") },
        { value: "BUILT_IN", label: t("assistant.BUILT_IN") },
        ...(providers.length > 0
          ? [{ group: t("assistant.only"), items: providers.map(({ id, name }) => ({ value: id, label: name })) }]
          : []),
      ]}
      value={choice.assistant === "PROVIDER" ? choice.providerId : choice.assistant}
      onChange={(value) => {
        if (value === "SHOP" || value === "BUILT_IN") onChange({ assistant: value });
        else if (value !== null) onChange({ assistant: "PROVIDER", providerId: value });
      }}
    />
  );
}
