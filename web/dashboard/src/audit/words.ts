// What actions, fields and kinds of things are called. Those of a newer server show as it names them.

import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  order: ["create", "submit_proof", "approve_payment", "reject_payment", "complete", "cancel", "expire", "refund", "note_add"],
  customer: ["update", "block", "unblock", "merge", "identify", "erase"],
  conversation: ["take_over", "hand_back", "pause", "send", "assign", "tag", "mark_read", "clear_attention", "add_note", "delete_note"],
  message: ["retry"],
  turn: ["replay"],
  service: ["create", "update", "publish", "unpublish", "duplicate", "reorder", "delete"],
  package: ["create", "update", "publish", "unpublish", "duplicate", "reorder", "delete"],
  payment_method: ["create", "update", "reorder", "delete"],
  account: ["create", "update", "connect", "request_pairing_code", "disconnect", "log_out", "make_default", "delete"],
  provider: ["create", "update", "set_price", "reorder", "test", "delete"],
  knowledge_entry: ["create", "update", "reorder", "delete"],
  canned_reply: ["create", "update", "delete"],
  message_template: ["update", "restore", "reset"],
  system_prompt: ["update", "restore", "reset"],
  scenario: ["create", "update", "run", "delete"],
  staff: [
    "sign_in",
    "create",
    "invite",
    "accept_invitation",
    "revoke_invitation",
    "change_role",
    "deactivate",
    "reactivate",
    "change_password",
    "end_session",
    "enrol_totp",
    "enable_totp",
    "disable_totp",
    "new_recovery_codes",
    "reset_second_factor",
  ],
  api_key: ["create", "update", "revoke"],
  webhook: ["create", "update", "rotate_secret", "pause", "resume", "replay", "delete"],
  export: ["create"],
  notice: ["resolve"],
  settings: ["change"],
};

export const SUBJECTS = [
  "orders",
  "customers",
  "conversations",
  "messages",
  "turns",
  "services",
  "packages",
  "payment_configs",
  "whatsapp_accounts",
  "ai_providers",
  "knowledge_entries",
  "canned_replies",
  "message_templates",
  "system_prompts",
  "scenarios",
  "staff",
  "staff_sessions",
  "invitations",
  "api_keys",
  "webhooks",
  "webhook_deliveries",
  "exports",
  "notices",
  "settings",
] as const;

export interface AuditWords {
  action: (action: string) => string;
  group: (word: string) => string;
  subject: (subject: string) => string;
  field: (name: string) => string;
  value: (value: string) => string;
}

export function useAuditWords(): AuditWords {
  const { t } = useTranslation(["audit", "settings"]);
  return useMemo(() => {
    const or = (path: string, name: string) => t(path as "title", { defaultValue: name });
    return {
      action: (action) => or(`actions.${action}`, action),
      group: (word) => or(`groups.${word}`, word),
      subject: (subject) => or(`subjects.${subject}`, subject),
      field: (name) => or(`fields.${name}`, or(`settings:fields.${name}.label`, spaced(name))),
      value: (value) => or(`values.${value}`, value),
    };
  }, [t]);
}

/** `chatDays` as `Chat days`, for fields that have no word of their own yet. */
function spaced(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
