// Whose chat it is, and the words that staff sort it by.

import { Select, Stack, TagsInput, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useTell } from "@/ui/problems";
import { useRead } from "@/ui/useRead";
import { Words } from "@/ui/values";
import { ASSIGN, TAG } from "../changes";
import type { ChatInList } from "../documents";
import { COLLEAGUES } from "./documents";
import { Part } from "./Part";

const MOST_TAGS = 20;
const LONGEST_TAG = 40;

export function DeskPart({ chat }: { chat: ChatInList }) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const { can, viewer } = useSession();
  const tell = useTell();
  const [assign, isAssigning] = useChange(ASSIGN);
  const [tag, isTagging] = useChange(TAG);
  const { data } = useRead(COLLEAGUES, {}, { pause: !can("conversations:write") });
  const { assignedTo, id, tags } = chat;
  if (!can("conversations:write")) {
    return (
      <Part title={t("desk.title")}>
        <Text fz="sm">{assignedTo ? <Words>{assignedTo.name}</Words> : t("desk.nobody")}</Text>
        <Text fz="sm" className="muted">
          <Words>{tags.join(", ")}</Words>
        </Text>
      </Part>
    );
  }
  const colleagues = data?.staffMembers?.nodes ?? [];
  const people = assignedTo && colleagues.every((each) => each.id !== assignedTo.id) ? [assignedTo, ...colleagues] : colleagues;
  const give = async (staffId: string | null) => {
    const { problem } = await assign({ id, staffId });
    if (problem) tell.problem(problem);
  };
  const sort = async (next: string[]) => {
    const short = next.map((each) => each.trim().slice(0, LONGEST_TAG));
    const { problem } = await tag({ id, tags: short });
    if (problem) tell.problem(problem);
  };
  return (
    <Part title={t("desk.title")}>
      <Stack gap="sm">
        <Select
          size="sm"
          searchable
          clearable
          clearButtonProps={{ "aria-label": t("desk.unassign") }}
          label={t("desk.assignedTo")}
          placeholder={t("desk.nobody")}
          nothingFoundMessage={common("list.nothingFound")}
          disabled={isAssigning}
          value={assignedTo?.id ?? null}
          onChange={(staffId) => void give(staffId)}
          data={people.map((each) => ({
            value: each.id,
            label: each.id === viewer.staff.id ? t("desk.me", { name: each.name }) : each.name,
          }))}
        />
        <TagsInput
          size="sm"
          label={t("desk.tags")}
          placeholder={tags.length === 0 ? t("desk.addTag") : undefined}
          maxTags={MOST_TAGS}
          disabled={isTagging}
          value={tags}
          onChange={(next) => void sort(next)}
        />
      </Stack>
    </Part>
  );
}
