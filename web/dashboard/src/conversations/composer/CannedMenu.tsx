// What stands over the composer while a canned reply is looked for.

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Code, Words } from "@/ui/values";
import type { CannedChoice } from "./useCanned";

interface CannedMenuProps {
  id: string;
  canned: CannedChoice;
  onChoose: (text: string) => void;
}

export function CannedMenu({ id, canned, onChoose }: CannedMenuProps) {
  const { t } = useTranslation("conversations");
  const { t: common } = useTranslation();
  const { active, found, isLoading } = canned;
  if (found.length === 0) {
    return (
      <div className="chat-canned" id={id} role="listbox" aria-label={t("canned.label")}>
        <Text fz="sm" className="muted" p="xs" role="option" aria-selected={false} aria-disabled>
          {isLoading ? common("list.loading") : t("canned.none")}
        </Text>
      </div>
    );
  }
  return (
    <div className="chat-canned" id={id} role="listbox" aria-label={t("canned.label")}>
      {found.map((reply) => (
        // The field keeps the focus, and with it the keyboard.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={reply.id}
          id={`${id}-${reply.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={reply === active}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(reply.text);
          }}
        >
          <strong>
            <Code>/{reply.shortcut}</Code>
          </strong>
          <span className="muted">{common(`languages.${reply.language}` as "languages.en", { defaultValue: reply.language })}</span>
          <span className="clip">
            <Words>{reply.text}</Words>
          </span>
        </div>
      ))}
    </div>
  );
}
