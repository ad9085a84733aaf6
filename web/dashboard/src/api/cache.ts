// The normalised cache: what is told of one order, message or number is seen everywhere at once.

import { cacheExchange, type Cache } from "@urql/exchange-graphcache";
import type { Exchange } from "urql";
import { keyless, possibleTypes } from "virtual:schema-facts";
import { joined } from "./chain";
import { hearSent, withHeard } from "./live-chats";
import { liveUpdates } from "./live-updates";
import { heardUntil } from "./socket";

export function cache(): Exchange {
  return cacheExchange({
    keys: Object.fromEntries(keyless.map((type) => [type, () => null])),
    possibleTypes,
    resolvers: { Query: { conversations: joined, messages: withHeard } },
    updates: { Mutation: { ...mutationUpdates(), messageSend: hearSent, messageRetry: hearSent }, Subscription: liveUpdates, Query: { eventCursor: noteCursor } },
  });
}

/** All that is read after this cursor was told is followed from it on. */
function noteCursor(result: unknown): void {
  const { eventCursor } = result as { eventCursor?: string | null };
  if (eventCursor != null) heardUntil.set(eventCursor);
}

/** Lists are read anew when something came into them or went out of them; what changed within them is known. */
export function invalidateLists(cache: Cache, ...fields: string[]): void {
  for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
    if (fields.includes(fieldName)) cache.invalidate("Query", fieldName, given);
  }
}

// What a mutation's own answer does not show: the lists into which, out of which or within which it moved something.
const CHANGED_LISTS: Record<string, string[]> = {
  aiProviderCreate: ["aiProviders", "checklist"],
  aiProviderDelete: ["aiProviders", "checklist"],
  aiProviderReorder: ["aiProviders"],
  apiKeyCreate: ["apiKeys"],
  apiKeyRevoke: ["apiKeys"],
  cannedReplyCreate: ["cannedReplies"],
  cannedReplyDelete: ["cannedReplies"],
  catalogImport: ["services", "packages", "checklist"],
  customerErase: ["customer", "customers", "conversations", "messages", "orders", "proofQueue"],
  customerMerge: ["customer", "customers", "conversations", "messages", "orders"],
  invitationRevoke: ["invitations"],
  knowledgeEntryCreate: ["knowledgeEntries", "knowledgeAnswers"],
  knowledgeEntryDelete: ["knowledgeEntries", "knowledgeAnswers"],
  knowledgeEntryReorder: ["knowledgeEntries"],
  knowledgeEntryUpdate: ["knowledgeAnswers"],
  messageTemplateReset: ["messageTemplates", "chatPreview", "paymentPreview"],
  messageTemplateRestore: ["messageTemplates", "chatPreview", "paymentPreview"],
  messageTemplateUpdate: ["messageTemplates", "chatPreview", "paymentPreview"],
  noticeMarkSeen: ["notices"],
  noticeResolve: ["notices"],
  orderApprovePayment: ["proofQueue"],
  orderCancel: ["proofQueue"],
  orderRejectPayment: ["proofQueue"],
  packageCreate: ["services", "packages", "checklist", "chatPreview"],
  packageDelete: ["services", "packages", "chatPreview"],
  packageDuplicate: ["services", "packages", "chatPreview"],
  packagePublish: ["chatPreview", "checklist"],
  packageReorder: ["services", "chatPreview"],
  packageUnpublish: ["chatPreview", "checklist"],
  packageUpdate: ["chatPreview"],
  paymentMethodCreate: ["paymentMethods", "checklist", "paymentPreview"],
  paymentMethodDelete: ["paymentMethods", "checklist", "paymentPreview"],
  paymentMethodReorder: ["paymentMethods", "paymentPreview"],
  paymentMethodUpdate: ["checklist", "paymentPreview"],
  scenarioCreate: ["scenarios"],
  scenarioDelete: ["scenarios", "scenarioRuns"],
  scenarioRun: ["scenarioRuns"],
  scenariosRun: ["scenarioRuns"],
  serviceCreate: ["services", "checklist", "chatPreview"],
  serviceDelete: ["services", "chatPreview"],
  serviceDuplicate: ["services", "chatPreview"],
  servicePublish: ["chatPreview", "checklist"],
  serviceReorder: ["services", "chatPreview"],
  serviceUnpublish: ["chatPreview", "checklist"],
  serviceUpdate: ["chatPreview"],
  settingsChange: ["checklist"],
  staffChangePassword: ["staffSessions"],
  staffChangeRole: ["staffSessions", "invitations"],
  staffDeactivate: ["staffMembers", "staffSessions", "invitations"],
  staffInvite: ["invitations", "checklist"],
  staffReactivate: ["staffMembers"],
  staffSecondFactorReset: ["staffSessions"],
  staffSessionRevoke: ["staffSessions"],
  totpConfirm: ["checklist"],
  totpDisable: ["checklist"],
  webhookCreate: ["webhooks"],
  webhookDelete: ["webhooks"],
  webhookDeliveryReplay: ["webhookDeliveries"],
  whatsappAccountCreate: ["whatsappAccounts", "checklist"],
  whatsappAccountDelete: ["whatsappAccounts", "checklist"],
  whatsappAccountMakeDefault: ["whatsappAccounts"],
};

type Updates = Record<string, (result: unknown, args: unknown, cache: Cache) => void>;

function mutationUpdates(): Updates {
  return Object.fromEntries(
    Object.entries(CHANGED_LISTS).map(([mutation, lists]) => [
      mutation,
      (_result: unknown, _given: unknown, cache: Cache) => {
        invalidateLists(cache, ...lists);
      },
    ]),
  );
}
