// The words that staff sort customers by.

import { Group, TagsInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/session/session";
import { Section } from "@/ui/Page";
import { Words } from "@/ui/values";
import type { CustomerProfile } from "../documents";
import { useUpdate } from "../useUpdate";

const MOST_TAGS = 20;
const LONGEST_TAG = 40;

export function Tags({ customer: { id, tags } }: { customer: CustomerProfile }) {
  const { t } = useTranslation(["customers", "common"]);
  const { can } = useSession();
  const [update, isBusy] = useUpdate(id);
  // What was typed stays while it is saved, and goes back when the server refuses it.
  const [typed, setTyped] = useState<string[] | null>(null);
  const save = async (chosen: string[]) => {
    setTyped(chosen);
    await update({ tags: chosen });
    setTyped(null);
  };
  return (
    <Section title={t("columns.tags")}>
      {can("customers:write") ? (
        <TagsInput
          aria-label={t("columns.tags")}
          description={t("tags.hint")}
          placeholder={tags.length === 0 ? t("tags.placeholder") : undefined}
          value={typed ?? [...tags]}
          maxTags={MOST_TAGS}
          maxLength={LONGEST_TAG}
          readOnly={isBusy}
          clearable={false}
          onChange={(chosen) => void save(chosen)}
        />
      ) : (
        tags.length === 0 && (
          <Text fz="sm" className="muted">
            {t("common:fields.none")}
          </Text>
        )
      )}
      {tags.length > 0 && (
        <Group gap="xs" mt="xs">
          <Text fz="xs" className="muted">
            {t("tags.others")}
          </Text>
          {tags.map((tag) => (
            <Link key={tag} to={`/customers?tag=${encodeURIComponent(tag)}`} className="plain-link small">
              <Words>{tag}</Words>
            </Link>
          ))}
        </Group>
      )}
    </Section>
  );
}
