// Of which events a webhook is told: all, or some of them, by what they are about.

import { Alert, Checkbox, Radio, SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { EVENT_TYPES } from "./documents";

export type Told = "all" | "some";

interface EventTypesInputProps {
  told: Told;
  types: string[];
  error: ReactNode;
  onTold: (told: Told) => void;
  onTypes: (types: string[]) => void;
}

export function EventTypesInput({ told, types, error, onTold, onTypes }: EventTypesInputProps) {
  const { t } = useTranslation("integrations");
  const { data, isLoading, problem, refresh } = useRead(EVENT_TYPES, {});
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t("webhooks.events")}
        value={told}
        onChange={(value) => {
          onTold(value === "some" ? "some" : "all");
        }}
      >
        <Stack gap={6} mt={6}>
          <Radio value="all" label={t("webhooks.allEvents")} description={t("webhooks.allEventsAdvice")} />
          <Radio value="some" label={t("webhooks.someEvents")} />
        </Stack>
      </Radio.Group>
      {told === "some" && problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {told === "some" && isLoading && <Skeleton h={240} radius="md" />}
      {told === "some" && data !== undefined && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          {Object.entries(grouped(data.knownEventTypes ?? [])).map(([subject, members]) => (
            <Subject key={subject} subject={subject} members={members} types={types} onTypes={onTypes} />
          ))}
        </SimpleGrid>
      )}
      {error && (
        <Alert color="red" role="alert" icon={<TriangleAlert size={18} aria-hidden />}>
          {error}
        </Alert>
      )}
    </Stack>
  );
}

interface SubjectProps {
  subject: string;
  members: readonly string[];
  types: string[];
  onTypes: (types: string[]) => void;
}

function Subject({ subject, members, types, onTypes }: SubjectProps) {
  const { t } = useTranslation("integrations");
  const name = t(`subjects.${subject}` as "subjects.order", { defaultValue: subject });
  const chosen = members.filter((type) => types.includes(type));
  const others = types.filter((type) => !members.includes(type));
  return (
    <fieldset className="event-subject">
      <legend className="visually-hidden">{name}</legend>
      <Checkbox
        label={name}
        fw={600}
        checked={chosen.length === members.length}
        indeterminate={chosen.length > 0 && chosen.length < members.length}
        onChange={(event) => {
          onTypes(event.currentTarget.checked ? [...others, ...members] : others);
        }}
      />
      {members.map((type) => (
        <Checkbox
          key={type}
          size="xs"
          ms={28}
          label={<bdi dir="ltr">{type}</bdi>}
          checked={types.includes(type)}
          onChange={(event) => {
            onTypes(event.currentTarget.checked ? [...types, type] : types.filter((each) => each !== type));
          }}
        />
      ))}
    </fieldset>
  );
}

/** `order.created` and `order.changed` are both about orders. */
function grouped(types: readonly string[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const type of types) {
    const [subject = type] = type.split(".");
    (groups[subject] ??= []).push(type);
  }
  return groups;
}
