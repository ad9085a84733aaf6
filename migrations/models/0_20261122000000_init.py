"""The tables as aerich writes them from the models; what aerich forgets follows in the next file."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "setup_links" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "token_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ
);
COMMENT ON TABLE "setup_links" IS 'The link that makes the first owner; each start replaces it until one was used.';
CREATE TABLE IF NOT EXISTS "sign_in_attempts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "email" VARCHAR(254) NOT NULL,
    "address" VARCHAR(64) NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_sign_in_att_email_6c7bae" ON "sign_in_attempts" ("email", "created_at");
CREATE INDEX IF NOT EXISTS "idx_sign_in_att_address_de3774" ON "sign_in_attempts" ("address", "created_at");
COMMENT ON TABLE "sign_in_attempts" IS 'One failed sign-in, counted per account and per address by every process.';
CREATE TABLE IF NOT EXISTS "staff" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "email" VARCHAR(254) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "role" VARCHAR(32) NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_active" BOOL NOT NULL,
    "password_changed_at" TIMESTAMPTZ NOT NULL,
    "last_sign_in_at" TIMESTAMPTZ,
    "totp_ciphertext" BYTEA,
    "totp_key_id" VARCHAR(16),
    "totp_enabled_at" TIMESTAMPTZ,
    "totp_last_step" BIGINT,
    CONSTRAINT "uid_staff_email_0f4457" UNIQUE ("email")
);
COMMENT ON COLUMN "staff"."role" IS 'OWNER: OWNER\nADMIN: ADMIN\nAGENT: AGENT\nVIEWER: VIEWER';
CREATE TABLE IF NOT EXISTS "invitations" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "email" VARCHAR(254) NOT NULL,
    "role" VARCHAR(32) NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "accepted_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "invited_by_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_invitations_token_h_137f50" UNIQUE ("token_hash")
);
COMMENT ON COLUMN "invitations"."role" IS 'OWNER: OWNER\nADMIN: ADMIN\nAGENT: AGENT\nVIEWER: VIEWER';
COMMENT ON TABLE "invitations" IS 'A link by which somebody joins the shop; nothing is sent by e-mail.';
CREATE TABLE IF NOT EXISTS "recovery_codes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ,
    "staff_id" BIGINT NOT NULL REFERENCES "staff" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_recovery_co_staff_i_c63782" UNIQUE ("staff_id", "code_hash")
);
COMMENT ON TABLE "recovery_codes" IS 'Stands in for the authenticator app, once.';
CREATE TABLE IF NOT EXISTS "staff_sessions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "refresh_hash" BYTEA NOT NULL,
    "previous_refresh_hash" BYTEA,
    "refreshed_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "revoked_reason" VARCHAR(64),
    "address" VARCHAR(64) NOT NULL,
    "user_agent" VARCHAR(400) NOT NULL,
    "staff_id" BIGINT NOT NULL REFERENCES "staff" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_staff_sessi_staff_i_9f2264" ON "staff_sessions" ("staff_id", "expires_at");
COMMENT ON TABLE "staff_sessions" IS 'One signed-in browser. Each refresh replaces the token; an old one shown again ends the session.';
CREATE TABLE IF NOT EXISTS "whatsapp_accounts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(80) NOT NULL,
    "kind" VARCHAR(32) NOT NULL,
    "jid" VARCHAR(80),
    "phone" VARCHAR(32),
    "status" VARCHAR(32) NOT NULL,
    "status_reason" VARCHAR(64),
    "status_changed_at" TIMESTAMPTZ NOT NULL,
    "banned_until" TIMESTAMPTZ,
    "should_connect" BOOL NOT NULL,
    "is_default" BOOL NOT NULL DEFAULT False,
    "proxy_ciphertext" BYTEA,
    "proxy_key_id" VARCHAR(16),
    "deleted_at" TIMESTAMPTZ,
    "connect_requested_at" TIMESTAMPTZ,
    "qr_code" TEXT,
    "qr_expires_at" TIMESTAMPTZ,
    "last_event_at" TIMESTAMPTZ,
    "owner" VARCHAR(64),
    "owner_fence" BIGINT NOT NULL,
    "owned_until" TIMESTAMPTZ
);
COMMENT ON COLUMN "whatsapp_accounts"."kind" IS 'WHATSAPP: WHATSAPP\nSIMULATOR: SIMULATOR';
COMMENT ON COLUMN "whatsapp_accounts"."status" IS 'DISCONNECTED: DISCONNECTED\nCONNECTING: CONNECTING\nCONNECTED: CONNECTED\nBANNED: BANNED';
CREATE TABLE IF NOT EXISTS "send_attempts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "message_id" BIGINT NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_send_attemp_account_ab1d3c" ON "send_attempts" ("account_id", "created_at");
COMMENT ON TABLE "send_attempts" IS 'One message handed to WhatsApp; the sliding window of 30 in 60 s counts these rows.';
CREATE TABLE IF NOT EXISTS "whatsapp_sessions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ciphertext" BYTEA NOT NULL,
    "key_id" VARCHAR(16) NOT NULL,
    "version" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "whatsapp_accounts" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "whatsapp_sessions" IS 'What the gateway needs to come back without a new scan: AES-256-GCM, bound to account and version.';
CREATE TABLE IF NOT EXISTS "services" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(120) NOT NULL,
    "description" TEXT NOT NULL,
    "position" INT NOT NULL,
    "is_active" BOOL NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_services_is_acti_abd7d0" ON "services" ("is_active", "position", "id");
CREATE TABLE IF NOT EXISTS "packages" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(120) NOT NULL,
    "description" TEXT NOT NULL,
    "features" JSONB NOT NULL,
    "duration_count" INT,
    "duration_unit" VARCHAR(32),
    "price_amount" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "position" INT NOT NULL,
    "is_active" BOOL NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "service_id" BIGINT NOT NULL REFERENCES "services" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_packages_service_fb3f40" ON "packages" ("service_id", "position", "id");
COMMENT ON COLUMN "packages"."duration_unit" IS 'HOUR: HOUR\nDAY: DAY\nWEEK: WEEK\nMONTH: MONTH\nYEAR: YEAR';
CREATE TABLE IF NOT EXISTS "customers" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lid" VARCHAR(80) NOT NULL,
    "phone" VARCHAR(32),
    "chat" VARCHAR(80) NOT NULL,
    "profile_name" VARCHAR(120) NOT NULL,
    "language" VARCHAR(12),
    "is_language_chosen" BOOL NOT NULL,
    "note" TEXT NOT NULL,
    "blocked_at" TIMESTAMPTZ,
    "block_reason" TEXT,
    "opted_out_at" TIMESTAMPTZ,
    "tags" JSONB NOT NULL DEFAULT '[]'::jsonb,
    "consented_at" TIMESTAMPTZ,
    "consent_source" VARCHAR(120) NOT NULL DEFAULT '',
    "erased_at" TIMESTAMPTZ,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE RESTRICT,
    "merged_into_id" BIGINT REFERENCES "customers" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_customers_account_3c7780" UNIQUE ("account_id", "lid")
);
CREATE INDEX IF NOT EXISTS "idx_customers_account_9666d6" ON "customers" ("account_id", "phone");
COMMENT ON TABLE "customers" IS 'Unique by (account, lid): one person writing to two of our numbers is two customers.';
CREATE TABLE IF NOT EXISTS "media_files" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "store" VARCHAR(16) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "content_type" VARCHAR(100) NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "perceptual_hash" BYTEA,
    "file_name" VARCHAR(200) NOT NULL,
    "deleted_at" TIMESTAMPTZ,
    CONSTRAINT "uid_media_files_store_e28cc3" UNIQUE ("store", "key")
);
CREATE INDEX IF NOT EXISTS "idx_media_files_sha256_912827" ON "media_files" ("sha256");
COMMENT ON TABLE "media_files" IS 'A stored file. Its type is the one its bytes show, never the one it was said to have.';
CREATE TABLE IF NOT EXISTS "media_uploads" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "token_hash" BYTEA NOT NULL,
    "purpose" VARCHAR(32) NOT NULL,
    "caller" VARCHAR(64) NOT NULL,
    "content_type" VARCHAR(100) NOT NULL,
    "byte_limit" BIGINT NOT NULL,
    "file_name" VARCHAR(200) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "media_id" BIGINT REFERENCES "media_files" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_media_uploa_token_h_d5ddd6" UNIQUE ("token_hash")
);
COMMENT ON COLUMN "media_uploads"."purpose" IS 'MESSAGE: MESSAGE\nPROOF: PROOF\nCATALOG: CATALOG';
COMMENT ON TABLE "media_uploads" IS 'The right to PUT one file once; afterwards, the file that came.';
CREATE TABLE IF NOT EXISTS "conversations" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" VARCHAR(32) NOT NULL,
    "answered_by" VARCHAR(32) NOT NULL,
    "ai_resumes_at" TIMESTAMPTZ,
    "attention" VARCHAR(32),
    "version" BIGINT NOT NULL,
    "menu" JSONB NOT NULL,
    "tags" JSONB NOT NULL DEFAULT '[]'::jsonb,
    "unread_count" INT NOT NULL DEFAULT 0,
    "last_message_at" TIMESTAMPTZ NOT NULL,
    "last_customer_message_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE RESTRICT,
    "assigned_to_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "customers" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_conversatio_last_me_14a027" ON "conversations" ("last_message_at", "id");
CREATE INDEX IF NOT EXISTS "idx_conversatio_custome_99a528" ON "conversations" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_conversatio_status_5d4c6c" ON "conversations" ("status", "last_message_at");
COMMENT ON COLUMN "conversations"."status" IS 'ACTIVE: ACTIVE\nWAITING_PAYMENT: WAITING_PAYMENT\nCOMPLETED: COMPLETED\nABANDONED: ABANDONED';
COMMENT ON COLUMN "conversations"."answered_by" IS 'AI: AI\nHUMAN: HUMAN\nPAUSED: PAUSED';
COMMENT ON COLUMN "conversations"."attention" IS 'ASKED_FOR_HUMAN: ASKED_FOR_HUMAN\nFLOOD: FLOOD\nSTALE_BACKLOG: STALE_BACKLOG\nTURN_FAILED: TURN_FAILED\nSEND_FAILED: SEND_FAILED\nPROOF_WAITING: PROOF_WAITING';
CREATE TABLE IF NOT EXISTS "conversation_notes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversations" ("id") ON DELETE CASCADE,
    "staff_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_conversatio_convers_ab5a75" ON "conversation_notes" ("conversation_id", "id");
COMMENT ON TABLE "conversation_notes" IS 'Staff to staff; never sent.';
CREATE TABLE IF NOT EXISTS "drafts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "package_name" VARCHAR(120) NOT NULL,
    "quantity" INT NOT NULL,
    "unit_amount" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "state" VARCHAR(32) NOT NULL,
    "proposed_after_message_id" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversations" ("id") ON DELETE CASCADE,
    "package_id" BIGINT REFERENCES "packages" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_drafts_convers_13f4b1" ON "drafts" ("conversation_id", "id");
COMMENT ON COLUMN "drafts"."state" IS 'PROPOSED: PROPOSED\nCONFIRMED: CONFIRMED\nREPLACED: REPLACED\nEXPIRED: EXPIRED\nDECLINED: DECLINED';
COMMENT ON TABLE "drafts" IS 'What the program last summed up to the customer; only a later message of theirs confirms it.';
CREATE TABLE IF NOT EXISTS "early_amendments" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "chat" VARCHAR(80) NOT NULL,
    "whatsapp_id" VARCHAR(128) NOT NULL,
    "text" TEXT,
    "happened_at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_early_amend_account_08e04e" ON "early_amendments" ("account_id", "chat", "whatsapp_id");
COMMENT ON TABLE "early_amendments" IS 'An edit or a revoke that came before its message; the message takes it up when it arrives.';
CREATE TABLE IF NOT EXISTS "turns" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_with" VARCHAR(32) NOT NULL,
    "finished_at" TIMESTAMPTZ NOT NULL,
    "record" JSONB NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversations" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_turns_convers_8d3f36" ON "turns" ("conversation_id", "id");
COMMENT ON TABLE "turns" IS 'One answer of the assistant: which messages it read, what it did. The glass box.';
CREATE TABLE IF NOT EXISTS "messages" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "direction" VARCHAR(32) NOT NULL,
    "author" VARCHAR(32) NOT NULL,
    "kind" VARCHAR(32) NOT NULL,
    "state" VARCHAR(32) NOT NULL,
    "chat" VARCHAR(80) NOT NULL,
    "whatsapp_id" VARCHAR(128),
    "quoted_whatsapp_id" VARCHAR(128),
    "text" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "is_settled" BOOL NOT NULL,
    "is_proactive" BOOL NOT NULL,
    "said_once_key" VARCHAR(120),
    "failure" VARCHAR(200),
    "sent_at" TIMESTAMPTZ,
    "delivered_at" TIMESTAMPTZ,
    "read_at" TIMESTAMPTZ,
    "edited_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE RESTRICT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversations" ("id") ON DELETE CASCADE,
    "customer_id" BIGINT NOT NULL REFERENCES "customers" ("id") ON DELETE CASCADE,
    "media_id" BIGINT REFERENCES "media_files" ("id") ON DELETE SET NULL,
    "staff_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL,
    "turn_id" BIGINT REFERENCES "turns" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_messages_convers_f5b5a9" ON "messages" ("conversation_id", "id");
CREATE INDEX IF NOT EXISTS "idx_messages_custome_bd6c15" ON "messages" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_messages_media_i_25458c" ON "messages" ("media_id");
CREATE INDEX IF NOT EXISTS "idx_messages_turn_id_f12b47" ON "messages" ("turn_id");
COMMENT ON COLUMN "messages"."direction" IS 'INBOUND: INBOUND\nOUTBOUND: OUTBOUND';
COMMENT ON COLUMN "messages"."author" IS 'CUSTOMER: CUSTOMER\nASSISTANT: ASSISTANT\nSTAFF: STAFF\nPHONE: PHONE\nPROGRAM: PROGRAM';
COMMENT ON COLUMN "messages"."kind" IS 'TEXT: TEXT\nIMAGE: IMAGE\nDOCUMENT: DOCUMENT\nAUDIO: AUDIO\nVIDEO: VIDEO\nSTICKER: STICKER\nLOCATION: LOCATION\nCONTACT: CONTACT\nREACTION: REACTION\nUNSUPPORTED: UNSUPPORTED';
COMMENT ON COLUMN "messages"."state" IS 'RECEIVED: RECEIVED\nQUEUED: QUEUED\nSENDING: SENDING\nSENT: SENT\nDELIVERED: DELIVERED\nREAD: READ\nFAILED: FAILED\nAMBIGUOUS: AMBIGUOUS\nDISCARDED: DISCARDED';
CREATE TABLE IF NOT EXISTS "orders" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "number" VARCHAR(24) NOT NULL,
    "service_name" VARCHAR(120) NOT NULL,
    "package_name" VARCHAR(120) NOT NULL,
    "snapshot" JSONB NOT NULL,
    "unit_amount" BIGINT NOT NULL,
    "quantity" INT NOT NULL,
    "total_amount" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "status" VARCHAR(32) NOT NULL,
    "is_simulated" BOOL NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,
    "paid_at" TIMESTAMPTZ,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE RESTRICT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversations" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL REFERENCES "customers" ("id") ON DELETE RESTRICT,
    "package_id" BIGINT REFERENCES "packages" ("id") ON DELETE SET NULL,
    "draft_id" BIGINT UNIQUE REFERENCES "drafts" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_orders_number_1e844c" UNIQUE ("number")
);
CREATE INDEX IF NOT EXISTS "idx_orders_status_89bef2" ON "orders" ("status", "id");
CREATE INDEX IF NOT EXISTS "idx_orders_custome_211452" ON "orders" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_orders_convers_f51a34" ON "orders" ("conversation_id", "id");
CREATE INDEX IF NOT EXISTS "idx_orders_package_98810f" ON "orders" ("package_id");
COMMENT ON COLUMN "orders"."status" IS 'PENDING: PENDING\nPAYMENT_SUBMITTED: PAYMENT_SUBMITTED\nREJECTED: REJECTED\nPAID: PAID\nCOMPLETED: COMPLETED\nREFUNDED: REFUNDED\nCANCELLED: CANCELLED';
CREATE TABLE IF NOT EXISTS "order_actions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" VARCHAR(32) NOT NULL,
    "api_key_id" BIGINT,
    "from_status" VARCHAR(32),
    "to_status" VARCHAR(32) NOT NULL,
    "reason" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    "staff_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_order_actio_order_i_092a03" ON "order_actions" ("order_id", "id");
COMMENT ON COLUMN "order_actions"."actor" IS 'CUSTOMER: CUSTOMER\nSTAFF: STAFF\nAPI_KEY: API_KEY\nPROGRAM: PROGRAM';
COMMENT ON COLUMN "order_actions"."from_status" IS 'PENDING: PENDING\nPAYMENT_SUBMITTED: PAYMENT_SUBMITTED\nREJECTED: REJECTED\nPAID: PAID\nCOMPLETED: COMPLETED\nREFUNDED: REFUNDED\nCANCELLED: CANCELLED';
COMMENT ON COLUMN "order_actions"."to_status" IS 'PENDING: PENDING\nPAYMENT_SUBMITTED: PAYMENT_SUBMITTED\nREJECTED: REJECTED\nPAID: PAID\nCOMPLETED: COMPLETED\nREFUNDED: REFUNDED\nCANCELLED: CANCELLED';
COMMENT ON TABLE "order_actions" IS 'One step of an order, written in the transaction that took it; never changed afterwards.';
CREATE TABLE IF NOT EXISTS "order_notes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "api_key_id" BIGINT,
    "text" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    "staff_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_order_notes_order_i_db46ae" ON "order_notes" ("order_id", "id");
COMMENT ON TABLE "order_notes" IS 'Staff to staff, in the order''s timeline; never sent.';
CREATE TABLE IF NOT EXISTS "refunds" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" VARCHAR(32) NOT NULL,
    "api_key_id" BIGINT,
    "order_id" BIGINT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    "staff_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_refunds_order_i_111422" ON "refunds" ("order_id", "id");
COMMENT ON COLUMN "refunds"."actor" IS 'CUSTOMER: CUSTOMER\nSTAFF: STAFF\nAPI_KEY: API_KEY\nPROGRAM: PROGRAM';
CREATE TABLE IF NOT EXISTS "payment_configs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "method" VARCHAR(32) NOT NULL,
    "label" VARCHAR(80) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "payee_name" VARCHAR(120) NOT NULL,
    "account_number" VARCHAR(64) NOT NULL,
    "bank_name" VARCHAR(80) NOT NULL,
    "instructions" TEXT NOT NULL,
    "position" INT NOT NULL,
    "is_active" BOOL NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_payment_con_is_acti_f4b6e9" ON "payment_configs" ("is_active", "currency", "position");
COMMENT ON COLUMN "payment_configs"."method" IS 'EASYPAISA: EASYPAISA\nJAZZCASH: JAZZCASH\nBANK_TRANSFER: BANK_TRANSFER\nOTHER: OTHER';
COMMENT ON TABLE "payment_configs" IS 'One way to pay. What it holds reaches the customer word for word.';
CREATE TABLE IF NOT EXISTS "payment_proofs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" VARCHAR(32) NOT NULL,
    "reason" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ,
    "likeness" VARCHAR(32),
    "alike_id" BIGINT REFERENCES "payment_proofs" ("id") ON DELETE SET NULL,
    "media_id" BIGINT NOT NULL REFERENCES "media_files" ("id") ON DELETE RESTRICT,
    "message_id" BIGINT REFERENCES "messages" ("id") ON DELETE SET NULL,
    "order_id" BIGINT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    "reviewer_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_payment_pro_order_i_bb7fa9" ON "payment_proofs" ("order_id", "id");
CREATE INDEX IF NOT EXISTS "idx_payment_pro_media_i_6f7ef1" ON "payment_proofs" ("media_id");
COMMENT ON COLUMN "payment_proofs"."status" IS 'SUBMITTED: SUBMITTED\nAPPROVED: APPROVED\nREJECTED: REJECTED\nSUPERSEDED: SUPERSEDED';
COMMENT ON COLUMN "payment_proofs"."likeness" IS 'SAME_FILE: SAME_FILE\nSAME_PICTURE: SAME_PICTURE';
CREATE TABLE IF NOT EXISTS "canned_replies" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shortcut" VARCHAR(40) NOT NULL,
    "language" VARCHAR(12) NOT NULL,
    "text" TEXT NOT NULL,
    "position" INT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_canned_repl_shortcu_f05b3d" UNIQUE ("shortcut", "language")
);
CREATE INDEX IF NOT EXISTS "idx_canned_repl_positio_815d2a" ON "canned_replies" ("position", "id");
COMMENT ON TABLE "canned_replies" IS 'A text that staff send often, found by its shortcut.';
CREATE TABLE IF NOT EXISTS "knowledge_entries" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "language" VARCHAR(12) NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "keywords" JSONB NOT NULL,
    "is_active" BOOL NOT NULL,
    "position" INT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE "knowledge_entries" IS 'One question of the FAQ and its answer.';
CREATE TABLE IF NOT EXISTS "message_templates" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "key" VARCHAR(64) NOT NULL,
    "language" VARCHAR(12) NOT NULL,
    "text" TEXT NOT NULL,
    "version" INT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_message_tem_key_7fe8d3" UNIQUE ("key", "language")
);
COMMENT ON TABLE "message_templates" IS 'A sentence of the program in one language, e.g. what a customer is told when a payment is approved.';
CREATE TABLE IF NOT EXISTS "message_template_versions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INT NOT NULL,
    "text" TEXT NOT NULL,
    "staff_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL,
    "template_id" BIGINT NOT NULL REFERENCES "message_templates" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_message_tem_templat_e93a3e" UNIQUE ("template_id", "version")
);
COMMENT ON TABLE "message_template_versions" IS 'What a template said, and who wrote it so; the newest is what it says now.';
CREATE TABLE IF NOT EXISTS "system_prompts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "key" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "version" INT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_system_prom_key_3b5b53" UNIQUE ("key")
);
COMMENT ON TABLE "system_prompts" IS 'What an AI is told about its work, in one part for each key, e.g. \"salesperson\".';
CREATE TABLE IF NOT EXISTS "system_prompt_versions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INT NOT NULL,
    "text" TEXT NOT NULL,
    "prompt_id" BIGINT NOT NULL REFERENCES "system_prompts" ("id") ON DELETE CASCADE,
    "staff_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_system_prom_prompt__57165f" UNIQUE ("prompt_id", "version")
);
COMMENT ON TABLE "system_prompt_versions" IS 'What a prompt said, and who wrote it so; the newest is what it says now.';
CREATE TABLE IF NOT EXISTS "api_keys" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(80) NOT NULL,
    "prefix" VARCHAR(16) NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" JSONB NOT NULL,
    "last_used_at" TIMESTAMPTZ,
    "expires_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "created_by_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_api_keys_key_has_cd4371" UNIQUE ("key_hash")
);
COMMENT ON TABLE "api_keys" IS 'A key is shown once; here stand its first characters, its hash and what it may do.';
CREATE TABLE IF NOT EXISTS "idempotent_requests" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "caller" VARCHAR(64) NOT NULL,
    "key" VARCHAR(128) NOT NULL,
    "operation" VARCHAR(80) NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    CONSTRAINT "uid_idempotent__caller_401e16" UNIQUE ("caller", "key")
);
CREATE INDEX IF NOT EXISTS "idx_idempotent__created_a52d7f" ON "idempotent_requests" ("created_at");
COMMENT ON TABLE "idempotent_requests" IS 'The first result of a mutation that carried an idempotency key.';
CREATE TABLE IF NOT EXISTS "webhooks" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(80) NOT NULL,
    "url" VARCHAR(2000) NOT NULL,
    "event_types" JSONB NOT NULL,
    "secret_ciphertext" BYTEA NOT NULL,
    "secret_key_id" VARCHAR(16) NOT NULL,
    "is_active" BOOL NOT NULL,
    "paused_at" TIMESTAMPTZ,
    "paused_reason" VARCHAR(200),
    "failing_since" TIMESTAMPTZ,
    "resting_until" TIMESTAMPTZ,
    "old_secret_ciphertext" BYTEA,
    "old_secret_key_id" VARCHAR(16),
    "old_secret_until" TIMESTAMPTZ,
    "cursor" VARCHAR(120) NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL
);
COMMENT ON TABLE "webhooks" IS 'An address of somebody else''s that is told of events, signed as the Standard Webhooks say.';
CREATE TABLE IF NOT EXISTS "webhook_deliveries" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "message_id" VARCHAR(64) NOT NULL,
    "event_type" VARCHAR(64) NOT NULL,
    "body" TEXT NOT NULL,
    "state" VARCHAR(32) NOT NULL,
    "attempts" INT NOT NULL,
    "next_attempt_at" TIMESTAMPTZ,
    "last_attempt_at" TIMESTAMPTZ,
    "last_status" INT,
    "last_error" VARCHAR(300),
    "delivered_at" TIMESTAMPTZ,
    "webhook_id" BIGINT NOT NULL REFERENCES "webhooks" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_webhook_del_webhook_9f87f5" UNIQUE ("webhook_id", "message_id")
);
CREATE INDEX IF NOT EXISTS "idx_webhook_del_webhook_e4005d" ON "webhook_deliveries" ("webhook_id", "id");
COMMENT ON COLUMN "webhook_deliveries"."state" IS 'WAITING: WAITING\nDELIVERED: DELIVERED\nFAILED: FAILED';
COMMENT ON TABLE "webhook_deliveries" IS 'One event on its way to one webhook; `message_id` stays the same over attempts and replays.';
CREATE TABLE IF NOT EXISTS "notices" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" VARCHAR(32) NOT NULL,
    "subject" VARCHAR(40) NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "detail" JSONB NOT NULL,
    "raised_once_key" VARCHAR(120) NOT NULL,
    "resolved_at" TIMESTAMPTZ,
    CONSTRAINT "uid_notices_raised__117692" UNIQUE ("raised_once_key")
);
CREATE INDEX IF NOT EXISTS "idx_notices_resolve_1da964" ON "notices" ("resolved_at", "id");
COMMENT ON COLUMN "notices"."kind" IS 'ACCOUNT_BANNED: ACCOUNT_BANNED\nACCOUNT_LOGGED_OUT: ACCOUNT_LOGGED_OUT\nPROVIDER_KEY_REFUSED: PROVIDER_KEY_REFUSED\nPROVIDER_OUT_OF_CREDIT: PROVIDER_OUT_OF_CREDIT\nPAYEE_CHANGED: PAYEE_CHANGED\nCHAT_NEEDS_HUMAN: CHAT_NEEDS_HUMAN\nWEBHOOK_PAUSED: WEBHOOK_PAUSED';
COMMENT ON TABLE "notices" IS '`raised_once_key` keeps one thing that happened from being told twice.';
CREATE TABLE IF NOT EXISTS "notices_seen" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notice_id" BIGINT NOT NULL REFERENCES "notices" ("id") ON DELETE CASCADE,
    "staff_id" BIGINT NOT NULL REFERENCES "staff" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_notices_see_notice__055d0f" UNIQUE ("notice_id", "staff_id")
);
COMMENT ON TABLE "notices_seen" IS 'Somebody has read it.';
CREATE TABLE IF NOT EXISTS "ai_providers" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(80) NOT NULL,
    "type" VARCHAR(32) NOT NULL,
    "model" VARCHAR(120) NOT NULL,
    "key_ciphertext" BYTEA,
    "key_key_id" VARCHAR(16),
    "key_ending" VARCHAR(4) NOT NULL,
    "priority" INT NOT NULL,
    "daily_limit" INT,
    "is_active" BOOL NOT NULL,
    "cooling_until" TIMESTAMPTZ,
    "trouble" VARCHAR(64),
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_ai_provider_name_16f2b9" UNIQUE ("name")
);
CREATE INDEX IF NOT EXISTS "idx_ai_provider_is_acti_334c24" ON "ai_providers" ("is_active", "priority");
COMMENT ON TABLE "ai_providers" IS '`type` is text: the registry of adapters says which there are.';
CREATE TABLE IF NOT EXISTS "ai_daily_use" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "local_date" DATE NOT NULL,
    "requests" INT NOT NULL,
    "provider_id" BIGINT NOT NULL REFERENCES "ai_providers" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_daily_us_provide_04e148" UNIQUE ("provider_id", "local_date")
);
COMMENT ON TABLE "ai_daily_use" IS 'Model requests of one provider on one day of the business''s time zone; counted before each call.';
CREATE TABLE IF NOT EXISTS "ai_provider_prices" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_from" DATE NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "read_price" DECIMAL(14,6) NOT NULL,
    "written_price" DECIMAL(14,6) NOT NULL,
    "provider_id" BIGINT NOT NULL REFERENCES "ai_providers" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_provider_provide_028db6" UNIQUE ("provider_id", "valid_from")
);
COMMENT ON TABLE "ai_provider_prices" IS 'What a provider takes from a day on, for a million tokens.';
CREATE TABLE IF NOT EXISTS "ai_usage_logs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "provider_type" VARCHAR(32) NOT NULL,
    "model" VARCHAR(120) NOT NULL,
    "hop" INT NOT NULL,
    "outcome" VARCHAR(32) NOT NULL,
    "tokens_read" INT,
    "tokens_written" INT,
    "milliseconds" INT NOT NULL,
    "cost" DECIMAL(16,8),
    "cost_currency" VARCHAR(3),
    "provider_id" BIGINT REFERENCES "ai_providers" ("id") ON DELETE SET NULL,
    "turn_id" BIGINT REFERENCES "turns" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_ai_usage_lo_created_7de17c" ON "ai_usage_logs" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_ai_usage_lo_turn_id_0bf026" ON "ai_usage_logs" ("turn_id");
CREATE INDEX IF NOT EXISTS "idx_ai_usage_lo_provide_e8aba1" ON "ai_usage_logs" ("provider_id", "id");
COMMENT ON TABLE "ai_usage_logs" IS 'One attempt to ask a provider, also a failed one.';
CREATE TABLE IF NOT EXISTS "audit_logs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" VARCHAR(32) NOT NULL,
    "staff_id" BIGINT,
    "api_key_id" BIGINT,
    "action" VARCHAR(80) NOT NULL,
    "subject" VARCHAR(40) NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "request_id" VARCHAR(64)
);
CREATE INDEX IF NOT EXISTS "idx_audit_logs_subject_36b816" ON "audit_logs" ("subject", "subject_id", "id");
CREATE INDEX IF NOT EXISTS "idx_audit_logs_staff_i_77939e" ON "audit_logs" ("staff_id", "id");
COMMENT ON COLUMN "audit_logs"."actor" IS 'CUSTOMER: CUSTOMER\nSTAFF: STAFF\nAPI_KEY: API_KEY\nPROGRAM: PROGRAM';
COMMENT ON TABLE "audit_logs" IS 'Append-only. `before` and `after` hold ids and plain fields; of personal fields only that they changed.';
CREATE TABLE IF NOT EXISTS "settings" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "key" VARCHAR(64) NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_settings_key_5cacfd" UNIQUE ("key")
);
CREATE TABLE IF NOT EXISTS "event_epochs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "forgotten_xid" BIGINT NOT NULL DEFAULT 0,
    "forgotten_id" BIGINT NOT NULL DEFAULT 0
);
COMMENT ON TABLE "event_epochs" IS 'The newest row names the life of the log; a restore adds one and so ends every older cursor.';
CREATE TABLE IF NOT EXISTS "events" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "xid" XID8 NOT NULL DEFAULT pg_current_xact_id(),
    "type" VARCHAR(64) NOT NULL,
    "payload" JSONB NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_events_xid_cdcb20" ON "events" ("xid", "id");
COMMENT ON TABLE "events" IS '`xid` and `id` order the log without gaps: read only below the oldest transaction still open.';
CREATE TABLE IF NOT EXISTS "simulated_deliveries" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "event" JSONB NOT NULL,
    "deliver_at" TIMESTAMPTZ NOT NULL,
    "copies" INT NOT NULL,
    "taken_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_simulated_d_account_3c7d35" ON "simulated_deliveries" ("account_id", "taken_at", "deliver_at", "id");
COMMENT ON TABLE "simulated_deliveries" IS 'One event on its way to a simulated number; kept until acknowledged, as WhatsApp keeps it.';
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        """


MODELS_STATE = (
    "eJztfetz2kiz978yxZfdrWJTiZPN+iWnTpVs44QnNnAMTjbPsqWVYTBai5FWEiac5+z//s"
    "6MLugyEpIQIMn9xQhpeoR/PZfunr78p7XUZ1izXvXIs2ortqqTVgf9p0WUJaYXgqdt1FIM"
    "Y/uM3bCVB403V/12/L7yYNmmMrXpo7miWZjemmFraqqG+6KWhDSVPKGHDVov1OkCWfoSP+"
    "izDfpLV4mF7AVG1kI3PiCi2wuVPCLVQhYmNqPAPy8VVXvFXjTTp/RN9HmJfa6I+vcKy7b+"
    "iCmJSXv+/feWrT9hIi8Ua9H64482+4dn+Du22EP21XiS5yrWZiEM1Rnrjt+X7Y3B712ojz"
    "1iX/O27Pc/yFNdWy3Jtr2xsRc68QlUYrO7j5hgU7Exe4NtrhiiZKVpLv4eyM5P3zZxfmWA"
    "ZobnykpjfGHUzg/Y3mvJcn8wlkfdsSy3YjzzKAKQu7emlO2U3/SnWhyAR/YTfv5/Z2dv3/"
    "569vrt+/Nf3v366y/nr89pW/57449+/cf5MVu0nK44Zr2Pvf6Y/SCdDipnwLEb/3AaxVYc"
    "Ks6MLfpTEzO8ZMWOc+GKPrHVJRbzIUwZ4cfMJX3lXUS54/EijT3ejS1/ttMklUF9ff3jT3"
    "uwJgXlce+2OxpLt0PW/dKy/tY4UtK4y56c8bubyN0f3/8UZovfCfraG39C7Cv696Df5UDq"
    "lv1o8jdu243/3WK/SVnZukz0tazMgmh4t71btOmWwZjN2DhvLxeKKearTxBhKQXoqEwsaZ"
    "Ytle+yhsmjvaBfz355l8LbL9Ld5Sfp7kfaKsKwvvvozHn2TwhhU9ewGOAuWS05yD36mxQy"
    "xTGwPdoqY90afO137zqIf0yIdHXb63cQ/6DfPnb7Y/qNfUzIl173K2vqfEa3niwcenuWgU"
    "FvzxL5wx6F2RPYkwT7DFHMjXgehOkiDHrY2NiqDovKWNkubgYXoUWNYnrR60t33368lX77"
    "KbSy3Qz6H732wQXr4tu4K0Xwx98NlT4usMOEKSu1wxycG7XbZ5TpFBvFJIkIaQmMduU44H"
    "P5fDbxM10Yi7A5TAlcrjKXuaZKefWwkXPrZ1HS3apa9Xl7PGWN6cnzJ6GutkU2zpFr3cTq"
    "I/mMNzGBM4K/a7MY2cp8Xj9G/OMNN+/u9ieayto3L8RHIUWA/t/Y5hjQX4H69zc3LQ73gz"
    "J9WivmTA7hzp7oZ3rkjt82/mh5tozeUYjyyDFi/wz76S74d3iqP2Nzc0m/tgQGpdDzdppJ"
    "yXRbUkRmOKNVibKezCykEjTXTW7woWvBAhNbnSo2vUPf1kY6HT1x41E+UqGNyPIGHvvFYC"
    "uq2PLTBlvRy931tzNSMMuSNeUQGSjK7YKK8soqNLcCZCBTV3l28Y0vtzgdpCokSVdtZlVC"
    "lPaFkCNJ0VVjQlYxOjj6QhL0pTS6lK66pxKgR9heGTcqeRJJz9uHqaKzxZrJ7DA0o9w8pu"
    "IuPzu1F4qNlsoTdo5L56pp2Uhf0xHwAWGFnanaimkjExuaMqWNVButqIisUckYo7ViIbZm"
    "x4XrA/QvkMBB1q7K+gSy9guWBuBYCqRtkLbLnV8xge9EwgkVIXtEsm28NGyhgBJqkC6k0K"
    "aySuiQ440zSioDKgfMFVXDM8Q6+FklbTTVqYxAbxjYRMqUf0MKcb/PZhR6i7t4MWsiMkyd"
    "ChZWXEYptefd0sl/WlvMt54pgS2OtcffDfYO7lbnduEC7g5zb4q2eGOKHf/Cl4NA9+5PLf"
    "EFIFuBbAWyFfi8Nc/nLbBWZsU4QNJAlN9nAfl9MsbvOcRVEWC4VUskuHjmrhSBxW+yS0pJ"
    "Rlp4bujMUTgqhC0WtljYYiu1+B9ki+WfOQD22jcQ3zdnrzPgS1sl4sufgdt+jdz2DcWy1j"
    "qVZMQm0jFVs8XzIEZYZSaVsnd0fxuHtg0PVrGB1GseYMMls5mG4Vctmcpu6rNgilzodPQr"
    "JEGMCtJFrdOU8FDQeyLWkY3Tg8FNCPqLXhTb+9uLLl2bOB9oI9UOSVCC8T5dKOSxkOiU0E"
    "WlZCgwVEclKU2xbHlr5s3LdAE5HExUmd+2bhvyVDWoYmvTTSzv6V+MuOARYH04fKgTQI7l"
    "ExZHOCTL2RGyQtJFxcCPSNvvswjb0SkUkLXfx0MwKWSYsH++yL4mIIclrvJLnLMx2djIZ4"
    "eL00L80F5Oj8km5Ehk0TYxSYRbLvH15zus+VlOxP6Q4Uwo9eJRkk9kJPwxGm9THKxolE89"
    "hfB0vCzv3HwvpPi5w8jpqqlIUeWNSvF0h6PN6KiwypiOl4GuGjohg2jRDcned1IGIevT7h"
    "oK25JOJuVxX7BunV4aipFuzrDJzVl7T8QB60qaNngeOmCVMAE5VA2eeSaer8hsb9GBddJY"
    "hJ5VvKY7oWHq+nxPpIbKZomJPWRdNRQv5hlKYcAy27j2X6vcRX3s9vrF6bSh2NEhtjTskp"
    "AbbajOuhzyLpsNm2KozAa2J16SoX7Gm4ZCtMYPC11/2hOir04vDcXIwpgL7ep0X6mhzzsZ"
    "0f6apB8e3MnP06mTfP0COvcOlz85qOlni1Bw9N2fVYIeTH1tYfMV6rLoRiohmdhabOMbWR"
    "Akj3v6gBSCdG3GAx2thb4mSHmkgCHMspLw1LXOrxAHLhz6hTnjGYLBtYFcdxBxUEvDaxuB"
    "O+SLPfFwV5AC8ZxRSojobBc8zzWY3qivLLk4MxK7gEP2gkxxgSyYMDJMW6nVD059Yy7hkO"
    "j3JbAZEsC+JC5T8dNy9L+s/lFxyua5SJUT7QcBlUeFeGWx0zwKimDhSkY5TNVAoN+9zhJc"
    "Q1slQs2fhbGGXHendvuCXHfNyXVHZmnJZAKP2+n57sisQB4Z11MELRTKvhmydfR1odiWZB"
    "gfHAOops5YmbA1Za++RvocvX3NEkS/f40sJzUMN5RaGDGbq9gwe4B35LTFunlrXPZD/pe6"
    "r4dtsMa+XOXFXU5yyx9hOpBAcs64UDGgwGqanQFhOmBAWSKgi2sJQiDfl6mMIW17rBlDso"
    "qD4bFYJYEwygOBUChgU7JguHYby+6/nE04TAYckg5XeJUAwegFC0aQU8Y3e51nsXqdJxu9"
    "zmM2ryeVJAQS704o49FWGejW10/SeCQNhx3kXU3IqHd7fyONB3cd5F9GVfws7Cg/gcxf+c"
    "K6/2pqOHf5A92gCOVaRnyC5qFb/rilK4S9SjgI2r2QbKmPt5S0rnqjy0G/370cd69aOReV"
    "IG0HBb9NiHvZ63/soO21f58RBFpfSPSS3nI+q7EIOewocIoaI2ze1Cn/hM8FrXgGJWEHlZ"
    "JmwVMhKtM+KIRFTfMCOHn5HaUFn5Qqc9pa6CuNx8cTPBUlTkpLTBcnPmJ2Ov9ObdPTqZb/"
    "y/PhHiY8NeZ5TVmnSQVo6t83hVOEiajBfbmwTzkDM3+SsChd86S38rOEOfb1ImJbmBI28S"
    "pv4u4GTDUbCq1V0Nqc0Adwvsqc/9vkSbPizE7O5RwgacIKmsbNQyRxpvAVD8qIEcPsqvLs"
    "4ikT8TMmdtEkwkFi4HWVec1LAecRR32CJqyih7YicrDkOXbN69mdESKEx3Nfen0opE/iPM"
    "ZgLGjPi5DCKla1VSzmo5bsQRXMEhNxXI9MyTwZmsLO8vU02+9IiLmybH2JzX3zYLrdNBam"
    "k2VZrSVcWDG1jUy/kBlLp7cnYl3Wm+R11lTMjp1jtZYg8byhZaQMbSpAlrpcady5kv6vKl"
    "1o1H1H1Mjr8crpMEsGvtpAl8vxOpanPBnYAcFjnf7JkLLPdafOnq+8mkKmGNsCfuopSeYE"
    "WGXwU8+Xao69g0cRPlIOrJUNIhiz5G06mlIBB7GhgdYq5eTKRgp9uEbWVCEdJHVHP5/98v"
    "7nj5e3bfSgrwgPTAwWuHezhsZjGo/zSvCzr7RGC372L0q1DSkXBc/uSzm1r+hWfcxj+/wH"
    "9nse1VcN80Of1T9vs1tn30QCRBDaWdg8ujJmBTePMGWlNg+wjka3kCqFUL8QkS2HcTquZW"
    "YItvZUyOOFWp+UcQcLtN4reHpIe1H4kIopo96jdpoSajiNDh8jHU4Vjs1ndepnptAt1bNB"
    "0DuQoqaWy00bNMSXu71DJPZWOznLEqFKWyXrJ2exGNXgL4vBnOxwGCE7Ygxl6wQy8SF8Du"
    "d0+VmZoiOKf40GfTHqQZroiqVObfR/SFOtg2mIrf+arwgvzYceVqpmq8R6xd733ydgCcMo"
    "nSVR9CNrE+sgypLZynTKYybIpYl7epywQbWYz968+/Xd+dv37/yN3b+Ttp/HFXIfJfoPJq"
    "SW3R23Heukwp56rU+D+7sOYn8n5Er61kH0z4R87XY/dxD7OyG3g/74Uwfxjwn51pVoe/Y3"
    "elKSZX8oPyrbMJksrSzF0yFNyo1Sgh2rsB1rujJNTKabPFJQkKaBktDbLAM9eZzHhnlATc"
    "y44gdJGuO/WtpKr1q8GvCzyC94Rwzslu6IIbCe3lzbqGOwdSePbarnzwZE27R8n6GaKseC"
    "qpBBY1f2zTliJIOteS/jd4wfcWbkTyG/7almjMhqzA6PwbxZQwNKhanM9/WyvWJ9VEZrqK"
    "/baF3wyeX6mPPYxJu5wgIE/qROKz7AGx352CQseMGpSQP2qTacmsCpCZyawKlJo05NwFQD"
    "phow1VRu7wVTTTtuqikUwx10myqusQU8tGo2Bk6itPkx3AKtLRjfnay2hYLJd4da3XO00c"
    "MG/eh69bWRps5+6iCdYGTQfnSC1ibdt8gji2yy1zor5qavTPrTlw/0OVItftd/cTy46lAv"
    "EeiWvwedOTWmNKZpmxHXW570HLRM0DJBy6zynhbXMrV8oUNaY+OGoHREvUpHTBeiNSnFnW"
    "IhXIlg6AqHrqnPVQ3LeW1QUboGWEeOYInSFPK4ckX9zAtxgKZ5y8WbLMvFm+Tl4k1suVAt"
    "2YNMni50C4viOXcYSwQdnDrHe63MJkS3c2XE9do3YBU5to31QdOnT4Xk9jAlZBWssvDOeZ"
    "VYcCl5YkXpmrCBHHuG6QbTbvVVkRTEUVqYZVWeZbbymCvCx2tf6eie0d/alfPtx0nrh9//"
    "+KHT+YuuBg+T1oEsIweJ9mGvx6RwYYUQLUzCKk9Cl1uypa9MkXtmiuIfozypPFltVZQiYB"
    "WaTSFCmEpVnkpwep08w5p1el3VHDun5vJJYgCX2GR1VumP0HMzIU7boODk0wZ8JGYwyh3w"
    "UUIOo2rscvtkMbqj69Rd73LcShr7JQCdI11/xUZ8VoDj8z0EMv0ZqH9/c5MtvMbpTLDgHK"
    "ZCQk0gj2oXUCAhO1yQ7D8DSJDs/8gegLd4pirXKgck5gK4fdhO8wFcsmYyO8PO6AUoIbow"
    "mniGGM0r1LMtxHjIve4WmHvpqfQez2eMrIW+biOC6QIReIrWCn2kqDz/+UJ5xnE3wIO9Re"
    "gHyN/Fnj7hTboXoLVQzn55D45/9ZSK2wgc/16sFcif5FntqD5BAz2oyk8azpbOHOC6zRsI"
    "7dnrLGZq2ioRXP4sdu5jM5s+ByoHzFG6BuL9JhPeb1LwfhPHmwkWsqX+b84ioSEyMB0WNh"
    "26YpYA++TyGlsaKK3RRsVKaxjYnGLDXimavFCsRT4GCIgLcqKaFpVjMqKQM3KzPZEPsq86"
    "JsYiUn+YEg6Aqyb6FwpkXRmarsz2NvPNVOWe91RbtlfLHFpHjAxT1+d7R0RvWAndIeuqvg"
    "LMCYyi7uxLMotuJ+cuw2hgQdhtGh0vMDLVx4XNLI7D+zE3RLJNmV5M8QekzG1ssv/QanM7"
    "JX9ks2qSU/oj40bQEvoTmjtt/QkTR0aLGjvBOAnGSTBOnsDlejslBdMsWecK04Hi2y6q+K"
    "5M2iRB29qd4D9AXmULW4sO1JH0sdtB7sWEDO8Gg+sO4h8TcimNpZvBxw5yL6JbUhY97QCR"
    "z4qmOafCmc2ePkWV2VFQEX7/LgPA798lAswegXU5I9iHsy5r6lJUUWSnedmnA/tyYfsymN"
    "eOY17D3w2V7rpFwitClJWSW8G+FpVeHV05v4/3lgq8u0vy7uagxvmQ2+U45D5WLz5k9zne"
    "jr/c3saHNGGFPGpF2f0iHrcpGf6ibr7Hy86uKZYtu4ZidxXfMy87W3ECL/Dy+7kcLLdzOj"
    "3sFUcs+n+A618tl8w2WNdernyync1FjDtb6iMK/dLluPelm1P0d6k6yPmckK9Sb9zrf5SH"
    "0rfbbn/cQZEbE3I5uB3edMfdqw7yLydEupD6V5QZ9K5/WQ1bkEKsNTbplHtIcDfczc9IF8"
    "dkai83Q3uUA70J+XR/K/U7iH9MyFC6HzHeOJ8VYYwq0xm7WhbS9mLE4E9R5fVUsZnZT1jR"
    "IOMUDHZQ4WRMLWn0uXslXw/uZHcGRm5MyPXNYECnIv+YEIrsTVe+kC4/czN66OuEjO/v+v"
    "K11LthkzfwhdJ1+1f+k8AX10Avu+u2a6j3vlZj5jMNQzgW0iTYAFFj6lscPb6erOKgJ6dp"
    "8tpXI00Te21jirBDxqzKsmZFWIoTOSHnQeL6FCU74SL1eu+FqbTCOwKjTh4xT0BeKZ0ZJL"
    "2opMc55lva9uR8Qj8g61d5BEw1vViCtBAh8LjKPIZUWScW5RXLUh8JnS0FUmXFaeEwtSgf"
    "ImdK2ZkQIYSpUNZ5NmQrO0K2smkg2dWeKOfIm1VXeCNzPYTvpTS6lK66raTVvQSER7Yyzx"
    "INVLEFPfPgjW1ne2SCYwU1Skxv1nfrczRkYIcjYU1lbu+J1RXro6kAQQ64DCDZK3PffIJj"
    "2kVT4YEUeccukhtdvXe403krfDaXOtnfX3YHh/JtmwVyWuzig5uujiXqjwd+7mib0xMv9I"
    "tLcZYDPzbwYwM/thNEidI5GGdtctkrr30j4rLSGHmIeleCZTOHPShODDahwmY5vg3m5kGQ"
    "CkyiJdnjppHYg33NRc1MHt6Omoziy8Fus5HlGXrAYJSGbXCaVyqMx7GGCBQO30ySrGVsrT"
    "G7NQtm2Ob5XwxTfzSVJWKH7chaLZd4hlYG0yPYU89s+QHpRNsghTazqVbhmjWQPmetVNNC"
    "FPG5ai4tpApUk0O/DHQb0G1At3mBuo1B11zmE5Q3Kj9K1whd5wiFD/9eKcRWbUEUTeKKFi"
    "RpkjZTmnsk/b9sWVmKD6zT9ooIYZPAPboHh2liMs2Viz5I08Dl422WgI/keI/owsHCIQsn"
    "yvKJjxh1N7wbDAdenFyO2B+Pjgfd8CsWLtm/7t3dOuGS7uWE3HWHN9Ilu+ldTUj3t2Hvjt"
    "1yLybkqnt50+Mxld5VVLo+TfwOleQNx1WT5ZP0nXPzyrup3cCKVnhFgxw6L0L+BXNzZWac"
    "p1LkXgFDdGByBpNz3UzO7gguAeXhtqd6Dfms+IYn+2ENzxEHIsGq5NINCB7r9E95XkQ14c"
    "4/OW3zXcXUNtISkxlLsN8SGOkjLdpp1nrM2lL93W2ctZImQXim2kg3kYJM/Kw/BbK3owc8"
    "p3OOV7l0RekP3LLumdBt5Qkzqzkzuq8XmLBLxTTVZ2wJymke9FU5bfZh9/TpwhFP1657vg"
    "z2+7ru4W2w379g/WUhYm2K0W0hZGgTDG7nWcz158nW+vOYsT64OObAOELWQKjfnJ1nOho5"
    "TzkaOY+ifVQ3u2oKWEfzslvQ4YlJoY0hQlqpnQHsW9H9AWLMq2VVgcDaUgNrfXPKaXzNvL"
    "AyYcUzP+IsrdrZNrjteDmiy/feOmaOaD9/eIl9svg50IBru962QQN+uRLOTDXxdJ+sqKEO"
    "qqys0dF+MbjvX3WQezEhg/uxe8u7ihohT+PcQDm20BNqh2XIU+tTV5odl/ej8eC2e9dB3t"
    "WESKNRj45olvTbv+T5aa+veV7a6+sJGX6iU6GD+AfPNPvxTrrl7i7sohoMfKJYFWWfR1tp"
    "5jE9uYPY3wnp3fLqfPxjQq4Gl/dO2nbvirL1/qo3oCxlHxPypXfVpd/4B2Nu7/IzGwXuxY"
    "TcDC6lcW/Q7yDvirswjaXLMXdgYhfMfYnli2etvKsJue+P7ofDwR3PDB/4Uo1BUTcftALD"
    "4q572e19cXzKnKsJ+Z/77j2743w6WaN5Vmj3gt8Z869j5m92Q8nuHIcz95Izm/cp0Wsv4b"
    "SXa1q6paLN/eB+RAeYd0n76VHV5u6K9+NdVmMYgM25mTbnitlEj2By/nulMwm/IOZiaoC+"
    "etb+Yh7MrQOhe2xj/wzbiqrFwU5OlL6lqEaq9EZlrVct2cK2rWGRXUjXNayQBMNQiDBadZ"
    "xSHool/p0jVx0fDG5C6F/0oqP9/vaiS5cezgraSLVDVqEQ5oapK3RYPQsE2F2oh0gB9xy4"
    "W4o6k3WqDshPOFdwUIywidvqAeIL53TdXpn5CixvSZoH8kHqK7OUYAUMygEySMxeaZMy1u"
    "hibxY6NYjSAqerzGlebSY/kwNkwN8q85e5XxeaxiFC4HGVeew41hebxkFK4HKVuQyObKdO"
    "8QCRspVhBdRLOTULfC+0XPgHqSBQuSj2kJf0dNh7npK5oA8QAfLgSF5FR3Ko0HSCCk2QYu"
    "JoKSa45FECxresn2tVq682vBPfoJCWkGAC8kUfIl90VM4oAdSMVY1qimlArtqjWpth6vp8"
    "z+pIQ2XDUnAMWVfNwfugNZL40BQEjnlDNjlqzK/2tTvZyYBgpBBrjU03+Tdihf7YrLE7aL"
    "1Qpwsv3QjPNMLONdqIObSxbzN19gqNKc2jRqnQg/49nuLkEC84eTgbhHJBKBeEcp3Axs8X"
    "EuZSq9qLOI+TXVhihA10NS/fj3+uEtVaFJpQEdJKzSg4O4ufkE51U7B1JTsAbynAATjE5T"
    "IcgOEkrapGVTBIHdQglUUbPXa957qooqGCF5YwW2wegCT1nnVyoz82CKNDqutO5laBvu6n"
    "dE1W2Lf1p8tN8vI7ZdLygV7/kaYfs8DblVWCWnzMLC8Hz1ETSCQMpoJa7uNtMBW8XJXGXf"
    "hizE22EWwpGmgcOHuXJcrlXXKQy7t4jIv5rE7zF4aL0jUQ7IMEbkEhvuPibRHFsBa6YH9I"
    "tooEacAuUrpdBOr4ndy9D8pTotLLU9q6rWiFxnWUsknwQoHKU2+rByhQuRKY7bJnB3Ooj1"
    "mi0snflXP/9Mg6aOjl/xpK31ieOHl0f3HbG/PkbbFbLAfYv7qXYye3mHPFKHu8cY9Xubwd"
    "3nTHTpVL95JRXd/3rxwq54q2lPqX3RueRMy/bBUZAqWfKbIcJepypXFWxRe7XelNgqSQaC"
    "NHoo0KlausprW4EVYPEy8ZisViXUOkwOcq89lg2W/y8zhABvytMn9XxqygeTpMWSnzdEky"
    "KnMRHRBt0/IPPmvK9tixLYSwn1oJBMebyrACQthPzQKot31a/GemMs+/GQSpSsH+hXgLQC"
    "h1HikbQqlPC29aKHUCvuC6egDXVTHW7g5YAszDbU/12jKzAhwWFvaIUlX4yfeebsHcV1Oa"
    "NmxQhx2jdHtf52mOUl+362g+yISRiecrMtsTpTveSVMhOkFQeG1wiruZR4T6OGwDgsc6/Z"
    "NxW7jyeqmTLJ91SwhqMFk2hP3d9t0VP8l5f7sh7HDhlwObULbYe8vGBguMVwjiPbTR2lRt"
    "GxOkEh4tT/sgltMt/a7YyNb1J6TaHxDBVDJB04VC6D+GKGTYZHBY4hj8Q70oZyy+AxME4d"
    "dbV24j8Kx/sWdTdI3Yo3KnR1xlfylh4c5wiU5p2JM/d791kHtR1TKdiqGyAin5j5RCdGDD"
    "LWrDnZv6Ut7P8y3SRYVLsIDjW8pMpCvqfuMg1EGll08YBsnDgMo4lsgAm1zYcEsBpQ1zlz"
    "YM6hvZd78gFRwgF978IA/3cbFPOcLUvSQEe55H+MkMajYBstqegjN/d9JcSO2aCdQMqV2T"
    "T3gOnrODH2Qkmf68U45dhj//VGW32Y8zG9k64rC0Pfsb7+cHCzHbhqYS7NndWFHAuEmvaC"
    "dgrmuDuQ7MdS/JXAcWoNMWRKl8HfsTxWSAutewkQ7q3nGxB3Vv17oD6h6oewF1z/XIEuh6"
    "W1+tZEUv4BRWbpZGUMBAAQMFrLkKWIHEPpDSB1L61CClD90SMYMrV0LCEFEDMT5INkI4Nj"
    "6qHQF83MDHDWwPGfdZMLqB0e3FYA9Gt12bNBjdwOgWMLq5QX6XOpmrjy2B7S3coJ1mgjOc"
    "pgwN2jZHmNVa2TBnCUr/Cn11i4sudPrzWcHR6QJb3HvCC6pHazpE0Vx3LsTxVHv3mNMQqF"
    "o8uOyZj/CQlqpbKv9XwTZYyw2lDbbBl2sbXNK5rwumWDZFc0tdaU2zK42+DaXeSOog/3JC"
    "/iX9+990w//UQd7VhFxI/c/y+E7qj66ZYhr6OiGD8Sd2l39UQ/OkSGItj+3LJ6gywwravc"
    "6zmL3Ok61e5zGjFxhwD23ApeILLlJSJkjVQJQPYsL1MmLlr0wVp2wg5u+zVKh6n1yh6n2s"
    "QtWDQp5yj+0QUQMs54deo1X2tlVS7qXk44koXQOgPvYhha/5xWBPTs0ZIDme0fX1ocZ2yY"
    "V4Qjp2ROfdUZhiS3fEqhSeQlzbohSQ5jx5bDcrzXnMbH5SY6STcSzZFulnJNttitzmQaul"
    "U2Ck6PESz1QFSh6DMRGMiVVfVuPGxBoWWPOTf+SUyVuBRCKBBCLScHg3+MJuelfipCKj+2"
    "H3btS9csi962rYFMHT66hKlImfVbwuWDErRAoVlaq8OGrqE8XeKrw8BumrnIJrJN125eve"
    "TZeubN4lXfDY5bB3Ob6/8x6436qx6CkM3vwOfAEq8GIq6kHmy/y5sA9SgfveHuBbVpEaO2"
    "E6GPzgu1pD8F0BKj/+EUIY/uDBWmEPVr5VloDqLevnWtXqaM7OimxQrMhQaMfdBksB1++p"
    "XgtHdmSDEkOCi7BodS4B3Ib7Xke2owzYcs2lBGBzVlCpKb5BPW+PClFT3VD3LX3UTMAFFW"
    "vKO3O7VAjBszts8LPM2JFb8HE77cRtyhvKJm2pZs21KCGWTsupZ8IjJFgmxBnS5zYmbTTX"
    "V/TLwwaptoWshW7a05Ug12LRTgSner+3vBasgaaQxxXbdP5IO+0L+mzAyVxdpe42nMy9XO"
    "NzcNJndUQM0jTQ3fNdFk/Ed8meiO9inoj+apoD5CBNA0F+k8VQ/ybZUP8mXsUCslmCg2dt"
    "HTzB3zAZavA3PIDu85n+JA3PHnGX2KZQ/Ym0aKdpQE9eW5mqoGZmJYiFK9MxZvHSjvqcBy"
    "ZfS/+DFKq3MKVFIdYam+Iw54x0ux0YQfUA1QNUjxP4vYBUfHip2Fsl80jGQZpGgHxs6djZ"
    "fvJAvqUAwAsA/oQ3LHuJwIL+r9GgL4Y8SBPdI9Spjf4Paap1ML2k9V/zFXFKWj+sVM1Wif"
    "WKve+/W8dnCcMonSVR9CO7AesgyhKIWDtyxBqo5KCSH01qAZX8ACq56+gxxktDU8SV36JN"
    "2mlKuedXYbutM59MsppsLA2yp1obpv5oKktWyk2nmrcnhLcRfvX4Cq3Z6aOyTSimWsjWtR"
    "m9jwm974Yjstv0p5r6MxbkLTvSO4XnnlQQYM8SjzzBPgD2AbAPHN8+4M7LrKYBt3kj9KdD"
    "558B0wscSB4W3GNbAJ6xaeVTfgIUx9N93oDuA7pPVbbcvLpPbLbt6bEaUWa+bCdkzYbESZ"
    "xXE9DbrTQGcM6uO8pBlu/WIb86+plHjSxFnbX58ex6oaO1qdN7qo0s/QNX9gheY4ura2s3"
    "YbWlbCxEh2lcVSy3a6FGaAfUa2+bAK0QtELQCk+vFdZE0Dv8RCtN1gM95Yh6ChTFOfZeER"
    "zoriyTF/4IYZNWkdNGdQcFrXKiZIMnIzXjSNaYw8hohDpFJeFa2TpFo41FeT409aVhtwT6"
    "Xeh5O02rs3hLlhmUNs2lyhEk9fxTNuVBX9nc0Xatm09t74zOUEybVxJiZYbQE964h3WTlq"
    "Vo2DKoHKaTSStJpSv7FYmHfaDKVWZvaIMq93JVOTjgO9gBH+h0cPYEZ08VWvfh7KldqbOn"
    "oMwMB0+F1ZGUU6cEhDMqJ8XOmxzaA5w2ldKxUCExfLUNTppAPTn1NgXqSe3EOjhpqgeYR0"
    "/R4eyjeTeJEFmTRvGRD5vgoO+42KecMm1FrH0PQCKG9ppNhKwHIaElAI6Xmn68JBkqZVJL"
    "oMK5T9ppWptiqPIT3mSOLaNtmYJkLfQ1O9KZ4g+I6kKYpa90k7fMVZMqUdOFwrqiElWb31"
    "0o1sLVvBzVaqls0EwXhZId4hVJh0kyIwKVrTr7QBtUtpersuUtqd3gQvHl19M2TDxXv+eB"
    "d0vRQIDfvM8SMBadDYGAsfdRgP3tRLBFEMXcJB6L+lTRfBkbN+i7ZkCnLfxu+hF/NaJ4Xv"
    "T60t03sa58IUhXcvFt3JWi6tpUN0QZ2JPzx2wpIHtMuvGiQPYYTbFseWUV2qujtFD9sMpb"
    "Nv5uqLS7AnwOUwKXq8xlEz/rT0VLmQYogctV5rKnJT1schs+Y6Rg/SzJ+rlFFmx0u2x0sV"
    "FYKUNdb4aXhm5jYt9hnqOzJbDZxRu108x3qt9cNp32GS154wV2zWh0AaHMYnmbFLRc2dzx"
    "xilJM1VMU8Uz5trtv2e6Yfa5uNmuhP6ENrqpomlOZk2R63eonE3AyMOaQSmb2i2DbTD+vW"
    "Dpw5/pWe1TW4oG2qfKdyoHf30/V9R5Ftvf2XlKtqjzKLq6wQAROhwlYxwiaiDS5VuxXSmn"
    "gKE1SgnG1nZBY6sj4eUxtm4pqmFsZa+ttbE1h+v9IVWar/hhoetPLYEi4z1qp6kva6dRVu"
    "8Dgqg8wYR6pl1Y+hI/6LMNop3iHyxHxfDiT+lz/Ey1IquNLKohM6XD4j7eI+ZEQP9v5P4+"
    "i/l4C7wQDvoqKGoDSggoIVVUQsAD4YCy28rU8mDrNm8gtGevX2cBlzVLhNd5GAaY70NuZz"
    "mkswhZNUS0Rp2HW5iu/7Y8VQ263YvDKNJUFyE56C9F9RcXTuZ5IxKnUionRwkbuDaV7xcF"
    "pYSOXUpIKeh6EyKEs/oqC6ouq6hWYeUzOcYIC61hFeNsTLzKJl2lCVfRVWyuqBr9CbKlui"
    "fseSZWjBgmV5Unl8kKaFJ2rYitClSWXR5PEWLgdZV5rdN/YU/xPLGLgiJ6fbh9KAk9gGh+"
    "KV1I3LxdrnxBPQBcoZVPRA+LX5UXv+nKtPR8Phc+RRN137MsgiNtleIYELd6Qj60RPSblQ"
    "8NfKmrcH4HvtQV8aXe4k7p1GdsqqJjiTxZ/9yD9Cunu00NV7wk9A+a8S8KW7K3RhDZnV4b"
    "cpitu/03BgQ7rhJIJ05ucGWDbJ1nBnf7/ID+9EpXqbM/WcqHjeNMYdHfi3T6NqTYLIM+pW"
    "apHkxsaLRJ3IHjwO8S+qqvty4v247TfdY9KJ0pxlq3wXO9hptOG4HTyIvVogKTPcbgZE0q"
    "TNVAbap8D/ato0IeoMNUAHQGoJmzYxzi5EyPXvtGgJu2NB2oppiohBIb0F2yWsbUkbBLgk"
    "d8POhbX6XeuNf/2MqHv0fWQe7FhFx1b3pfunfdqw7yLyfkWurdsFvOZ1SyyzIh3mYpBv42"
    "uRj421gxcE8QjLMpUYgKkhwvEefrw4pSpeWSJXQtkV2ICkhGAnKwNFdZRuJZXYrzW0AO/K"
    "48v9nmtMqzZkaoGmT4LG3h5BBh08x3bBOmat5h6NtMLj9vU1x+3sZdflz7ViHVPUoLq1WV"
    "V6uwGS67oSxMB+nWyzqoCVhS9zylCYQh1owRWQ9qwmNQnO/7NNGhfd1Wp7glOG5wn7TTTh"
    "kIb5PxaOFPihBza2XpopnXz5/oCWPD4uZ+e0FhdmI2F/R1mIVozk19iR4wf8CCOO01fVf8"
    "FKG8boUHBpHe048K6HKna8/+hgJnBXVd99pwVvByJY0nil5RW59HW2Ura0u6vBzc98fyhd"
    "TvMyte+PuEeN9vBh8/dq/kwf1422Z7b0KGd4Mvvavunfy5+02+617fj1hvoruBtpRSHlzL"
    "l3fdq9440Dp0n7aXvnW7MpX7+x95p8GvE0IvxnK/270ayZ/ub6V+B0XvTMjX7sWnweCzPJ"
    "Sc3xX+Xg2bpbV6+AtPBQtJSoDblqTKg6ygkvgui474LllFfBfTEF288tcJCtGB3pBz/wyq"
    "6LYiclRODnbeUlQjzrn2qWhCgTMRgTbH0iMgbeASdBAP44hmkDNYKUgKVqqqyY45Ej0FA9"
    "yxICY0j6elo6CP3H5qNuVO4mQZQCzR4OHhudPoIXsc3G35GHm5qRaKhZg/PVLtuCEjsZXQ"
    "LkF884xTHA7qY1VI+AHjwYvaAEJOE3xe5tY2QmSgbBRWNk5UE/blgp9yQrTdovY8INoeRd"
    "SMDVnPh0Kzv3rlYOsKa2I92BMfuknqlaJqm3tLePAWeJoqhyqqPGMNWSGubHLoLesEeUUo"
    "WFZUdkhmmPqzOsMmi8Jh32fKhj1iUTYPK0sl2LJYPlUqVKD/pc8/oKm+InSsoAc8pyMOYW"
    "W6QCzPe1ykPcYLhdKx9wrWQNNpW5kJRiAkV2ffACH5BQvJgSkpZHCCg1yIKo259d3TROxl"
    "LBOn2M/jtxkkAV/3WD4+d8PIrTpECEF7KEt7CG7he8q5kjoMdFYzZmQVdiMDsVryro+/UN"
    "4NcidV3vX+x6weZ2wc/MmrAODvdodLmCZ+VCkdlziVmWLYtDeW9N9C64VK5UomQ2KkmCJP"
    "s727E1tyGRypbmXhLKumqpuqvQHXsnoueSD4vmDBF2oXHLB2Qd6g8waHm5fvqcY35Dzo+g"
    "QNhPcgLiIsEWbR9KZxWshrWjCvKYMyf0LTMFXzgvfKz2TK0MJkxn5CTpy3VEdMqNA6CsxZ"
    "soQkJwmJ5QjxdYUYwin2jC0JmIlivqz8wEVTl6pggU7ENEIFIdNxYKEAyZELkEwpOIXz58"
    "eIwSm1ylqnbeorBnKOfTZA0jxhpvxkXJBAOhn6ZiWQLuTsHfLTKO7xHfYMqdk4SPT4jgis"
    "030zEG/PE4Zms9zGwksOy0y5L1L3rJMb/bF+K/pJAgiiQyv1NMsffZmOtOTt0N99sPWVZT"
    "RQto5UtvKELSezgeK4U5E2musm/bZUNY0Fs9n6EyaCJMz7dbXT+epZ0VS6LNLuwPkKzqDg"
    "DKoC2kBgSgoZLGZumOpFO19NV6aJyTRX6GyQpoEHIm+zHDclnzbFo2WVmbMhCoYonqpLRU"
    "tycgsSRkepQ/nK7aGGoKeN0+5l71a6+fHNu/b7iPEnmDYhjPPaVG0bk0JQx2gB7R1og48h"
    "+BhWkxmN8DH0dVmhVhbUdFMVMq5Xy5r+mKNijpv1mBWvUayngDrVRpSI3kSsujCesXAXcR"
    "2c3D0INK80F8KAbL6P3yBbzgK92iuTyHtmuYt0GRlikEKvrstuG3TMl6tj+rM4r09ejLCJ"
    "yhI459XOOW+hG3F8E3cLtzX4z0S9DvSVPdXzuUAHSBo4WMtfCxzrvMwsITlGbIQKXJTiY9"
    "eFyLV75Mc2QAjwxuHlp0sWpm+Z5QlrjZI1yThSGrZT3RJJ2mnmPY9kb6texYZtFqPe+/Z5"
    "ZqMew0kudCIQJWyen1XJpwIntZ9WDeiTZNfy7D250A8QAfI1N1xXjBdl2K3pb0D9+5ubVm"
    "yklwDu2O2mmbAGZnYCpCc6C1jNVDvpJMB71k49B2CtchwCSKy4zOxnnWibV+hPJ0/Vn7wi"
    "/Z/K3Mbmn2jBas2oM6dMvaFRVJHz33xgqQMMbFo6UTT3HmIdOXVr7AXeoOlCIfQ/jR8dHP"
    "G9OQ8cAmUKwpn0yz0uCKZ4g7OCuu50bTgreLlnBXRhTSqUubvejk9cZdtg6/J+NB7cdu86"
    "yLuaEArb9XUH8Y8JkYY9Vi+ng9wLXjDn4510yyvksIvo2n8a6+KJ8utWTEA6jfalGGpiZH"
    "oa+mE6wL8w/lMvnCKrjWdLUeXlqaB1p/wELlANC6phNX0RcXS0OPjJ1bC2FFANKyTTllEN"
    "i2vJebjhEwAzSmeGm6I2Z+qdMFXzTlHKiVbPEbd8SNPcCNu286/HLHPeo3aaYc5yGmUzyy"
    "UDLoxbFJV3BqMQGIXAKHR8o1DOypTNrUZZfq6SZ0Vb5RJAfYLjizyncQQ5iHADKWKSR/yL"
    "TRFzSFGr+4yJ3TX06UIkbQWepgpcmLWTMWuY8Sx0vMCI4DUVyZGprxF7r8VzpWvqHHuFfj"
    "T98QNSEAXaZiV9KKAWrwXETiktHWFCv9NXs8TqGktLMV2Zlm7GD0AP+bIJmRCeHmNKe0Ur"
    "gwVnse6oOv6oM1dOdp46xWitWMg5/J6hhw2i3OjQtzmdOJk03MJFqo3W+kqjL31SDcSRtZ"
    "Cl0rXe1jYZD1lBIAWBFATS4wuk/qSXv+edaTHSE8aFvK7HRBPhXhx2QL2Qu+EJxZY7PgvF"
    "Qgt7tltkyVoihk5J12GKXegmz4HlyAxordIRs7LRo2JYHackN3eQesAalTVYKyYvUNGDvo"
    "RYzmEfsmxV05BuYCKoIHPot+V00voOjlMgkoBIUlORRCiI/KbOzsVcPbrwIWTg6G/tyvn2"
    "4w/GoxsAY8vfFX64/ONPPxyIu7/1rs6hXszxrIyGstF0UQhqsp0xQAKHq6XYHysi0o3U5U"
    "pj/LrCmsrsLCLZLt4oVcizvOYs7oC1V7MmT2XpdriIyOpPq7aF1sqG591Bfp/0H1g+YPMD"
    "esKGjXiWe0SRoAuxhmf0X2wjxULMNGRJhkEbYcOiPYkz+xzuVTmFPWXK62i72hDL80rcHd"
    "5F0P0G0iBIgyAN1k4a5OtMnu3WJ4BjvT2O9cJrZ555Faas1LyCEirR2TXVDVVUmCBx99oS"
    "HE/henPYHay8TCoB2SPPjAnSQcWhKk+XsKyZI1QlRAdu5vsZ8GP8iDMjd0Q7V0WoWiZte6"
    "wZQ7JGt4fHYqVy3VJtV+zV4T5pp8a2b9uU6kC7j6PCS1EC99xCk9U7KkhaOYPTAiQNtGie"
    "/fJLBpMmbZVo0+TPohGYgiyQKeF/higNZBPQffM6U47N1yk5Nl8LUmkRO6cOGyABLbZOxu"
    "F//j8t0pub"
)
