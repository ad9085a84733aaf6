// What things are called, and the page on which each of them stands.

import { useMemo } from "react";
import { useRead } from "@/ui/useRead";
import { THINGS, type Entry, type Node } from "./documents";

export interface Thing {
  name: string;
  to: string | undefined;
}

export type Things = ReadonlyMap<string, Thing>;

// As many as the API tells of at once.
const MOST = 100;
// What nobody has given a name.
const UNNAMED = new Set(["staff_sessions", "invitations", "notices", "turns"]);
const ID_FIELDS = /(Id|Ids|^ids|^copyOf|^provider|^answersWithProvider)$/;

/** Of everything that these entries name; what was deleted since is not among them. */
export function useThings(entries: readonly Entry[] | undefined): Things {
  const ids = useMemo(() => [...new Set((entries ?? []).flatMap(idsIn))].slice(0, MOST), [entries]);
  const { data } = useRead(THINGS, { ids }, { pause: ids.length === 0 });
  return useMemo(() => {
    const things = new Map<string, Thing>();
    for (const node of data?.nodes ?? []) if (node) things.set(node.id, thingOf(node));
    return things;
  }, [data]);
}

function idsIn({ subject, subjectId, apiKeyId, before, after }: Entry): string[] {
  const named = [UNNAMED.has(subject) ? null : subjectId, apiKeyId].filter((id) => id !== null);
  // Of a webhook's message the receiver's own id is told.
  return subject === "webhook_deliveries" ? named : [...named, ...idsAmong(before), ...idsAmong(after)];
}

function idsAmong(recorded: unknown): string[] {
  if (typeof recorded !== "object" || recorded === null) return [];
  return Object.entries(recorded)
    .filter(([field]) => isIdField(field))
    .flatMap(([, value]) => value as unknown)
    .filter((value) => typeof value === "string");
}

/** Whether a field of an entry holds the ids of things. */
export function isIdField(field: string): boolean {
  return ID_FIELDS.test(field);
}

function thingOf(node: Node): Thing {
  return { name: nameOf(node), to: pageOf(node) };
}

function nameOf(node: Node): string {
  switch (node.__typename) {
    case "Customer":
      return node.profileName || node.phone || "";
    case "Conversation":
      return node.customer?.profileName || node.customer?.phone || "";
    case "Order":
      return node.number;
    case "KnowledgeEntry":
      return node.question;
    case "CannedReply":
      return `/${node.shortcut}`;
    case "MessageTemplate":
    case "SystemPrompt":
      return node.key;
    case "PaymentMethod":
      return node.label;
    case "WebhookDelivery":
      return node.webhook?.name ?? "";
    case "AiProvider":
    case "ApiKey":
    case "Package":
    case "Scenario":
    case "Service":
    case "Staff":
    case "Webhook":
    case "WhatsappAccount":
      return node.name;
    default:
      return "";
  }
}

function pageOf(node: Node): string | undefined {
  switch (node.__typename) {
    case "Customer":
      return `/customers/${node.id}`;
    case "Order":
      return `/orders/${node.id}`;
    case "Conversation":
      return `/conversations/${node.id}`;
    case "Message":
      return node.conversation ? `/conversations/${node.conversation.id}` : undefined;
    case "WhatsappAccount":
      return `/accounts/${node.id}`;
    case "Scenario":
      return `/scenarios/${node.id}`;
    case "Webhook":
      return `/integrations/webhooks/${node.id}`;
    case "WebhookDelivery":
      return node.webhook ? `/integrations/webhooks/${node.webhook.id}` : undefined;
    case "ApiKey":
      return "/integrations";
    case "Service":
    case "Package":
      return "/catalog";
    case "AiProvider":
      return "/providers";
    case "PaymentMethod":
      return "/payments";
    case "KnowledgeEntry":
      return "/knowledge";
    case "CannedReply":
    case "MessageTemplate":
    case "SystemPrompt":
      return "/texts";
    case "Staff":
      return "/staff";
    default:
      return undefined;
  }
}
