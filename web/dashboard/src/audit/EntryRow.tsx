// One thing that was done: when, who, what to which thing, and what changed by it.

import { Anchor, Text } from "@mantine/core";
import { Bot, KeyRound, User, UserRoundCog, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { When, Words } from "@/ui/values";
import { Difference } from "./Difference";
import type { Actor, Entry } from "./documents";
import type { Things } from "./things";
import { useAuditWords } from "./words";

const ICONS: Record<Actor, LucideIcon> = { STAFF: UserRoundCog, API_KEY: KeyRound, CUSTOMER: User, PROGRAM: Bot };

export function EntryRow({ entry, things }: { entry: Entry; things: Things }) {
  const words = useAuditWords();
  return (
    <li className="entry">
      <Text fz="xs" className="muted entry-when">
        <When time={entry.createdAt} />
      </Text>
      <Who entry={entry} things={things} />
      <div className="entry-what">
        <Text fz="sm">
          <Text span fz="inherit" fw={600}>
            {words.action(entry.action)}
          </Text>{" "}
          <Subject entry={entry} things={things} />
        </Text>
        <Difference entry={entry} things={things} />
      </div>
    </li>
  );
}

function Who({ entry: { actor, staff, apiKeyId }, things }: { entry: Entry; things: Things }) {
  const { t } = useTranslation("audit");
  const Icon = ICONS[actor];
  const key = apiKeyId === null ? undefined : things.get(apiKeyId)?.name;
  const name = actor === "STAFF" ? staff?.name : key;
  return (
    <div className="entry-who">
      <Icon size={16} aria-hidden className="muted" />
      <div className="entry-name">
        <Text fz="sm" className="clip">
          {name ? <Words>{name}</Words> : t(`actors.${actor}`)}
        </Text>
        {name && (
          <Text fz="xs" className="muted">
            {t(`actors.${actor}`)}
          </Text>
        )}
      </div>
    </div>
  );
}

/** What it was done to, where that has a name; which kind of thing it is, the action says. */
function Subject({ entry: { subject, subjectId }, things }: { entry: Entry; things: Things }) {
  const { t } = useTranslation("audit");
  const thing = subject === "settings" ? { name: "", to: "/settings" } : things.get(subjectId ?? "");
  if (thing?.to) {
    return (
      <Anchor component={Link} to={thing.to} fz="inherit" underline="always" c="inherit">
        <Words>{thing.name || t("open")}</Words>
      </Anchor>
    );
  }
  return thing?.name ? <Words>{thing.name}</Words> : null;
}
