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
    "owned_until" TIMESTAMPTZ,
    CONSTRAINT "uid_whatsapp_ac_name_25f085" UNIQUE ("name")
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
COMMENT ON COLUMN "media_uploads"."purpose" IS 'MESSAGE: MESSAGE\nPROOF: PROOF';
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
    "qD4bFYJYEwygOBUChgU7JguHYby+6/nE04TAZcmL6H/0DI3lOZ1QIEpBcsIEFuGd/8dZ7F"
    "+nWebPw6j9m+nlSSEFC8O7GMR1tloFtfP0njkTQcdpB3NSGj3u39jTQe3HWQfxlV9bOwo/"
    "xEMn/lC+/+q6lh3eUPdIMilGsZ8Qmah27545auEPYq4UBo90KypT7eUtK66o0uB/1+93Lc"
    "vWrlXFSCtB0U/DYh7mWv/7GDttf+fUYQaH0h0Ut6y/msxiLksKPAaWqMsHlTp/yTPhe04p"
    "mUhB1USpoFj4WoTPugEBY9zQvh5OV3lBZ8U6rMaWuhrzQeJ0/wVJRAKS1BXZz4iFnq/Du1"
    "TVOnWv4vz4d7mPDUmOc1aZ0mJaCpf98UThUmogY35sK+5QzM/MnConTNk97Kzxbm2NmLiG"
    "1hStjEq7yJuxsw1WwotFZBa3NCH8D5KnP+b5Mnz4ozOzmnc4CkCStoGjcPkcyZwlc8OCNG"
    "DLOryrOLp07Ez5jYRZMJB4mB11XmNS8JnEcc9QmasIoe2orIwZLn2DWvZ3dGiBAez43p9a"
    "GQPokTGYOxoD0vQgqrWNVWsZivWrInVTBbTMSBPTIl82RqCjvN19NsvyMx5sqy9SU2982H"
    "6XbTWJhOlm21lnBhxdQ2Mv1CZiyt3p6IdVlvktdZUzE7dq7VWoLE84eWkTq0qQBZ6nKlce"
    "dK+r+qdKFR9x1RI6/HK6fDLJn4agNdLgfsWL7yZGAHBI91+idD6j7XrTp73vJqCplibAv4"
    "q6ckmxNglcFfPV/KOfYOHk34SDmwVjaIYMySuOloSgUcxIYGWquUkysbKfThGllThXSQ1B"
    "39fPbL+58/Xt620YO+IjxAMVjo3s0eGo9tPM4rd4c6gp89+NmDn/0JDrkKnt2Xcmpf0a36"
    "mMf2+Q/s9zyqrxrmhz6rf95muc6+iQSIIMSzsHl0ZcwKbh5hykptHmAdjW4hVQqlfiEiWw"
    "7jdFzLzBB07amQxwu5PinjDhZwvVcQ9ZD2ovAhFVNGvUftNCXUcBodIFY6LU2Nhc1ndepn"
    "qNAt1bNB0DuQqqaWy00bNMSXu71DJPZWOznLEqFKWyXrJ2exGNXgL4vBnOxwGCE7Ygxl6w"
    "Qy8SF8Dud0+VmZoiOKf40GfTHqQZroiqVObfR/SFOtg2mIrf+arwgv0YceVqpmq8R6xd73"
    "3ydgCcMonSVR9CNrE+sgypLZynTKZCbIpYl7epywQTWZz968+/Xd+dv37/yN3b+Ttp/HFX"
    "IfJfoPJqSY3R23Heukwp56rU+D+7sOYn8n5Er61kH0z4R87XY/dxD7OyG3g/74Uwfxjwn5"
    "1pVoe/Y3elKSZX8oPyrbMJksrSzF0yFNyo1Sgh2rsB1rujJNTKabPFJQkKaBktDbLAM9eZ"
    "zHhnlATcy44gdJGuO/WtpKr1q8KvCzyC94Rwzslu6IIbCe3lzbqGOwdSePbarnzwZE27R8"
    "n6GaKseC6pBBY1f2zTliJIOteS/jd4wfcWbkTyW/7almjMhqzA6PwbzZQwNKhanM9/WyvW"
    "J9VEZrqK/baF3wyeX6mPPYxJu5wkIE/qROK0LAGx352CQseMGpSQP2qTacmsCpCZyawKlJ"
    "o05NwFQDphow1VRu7wVTTTtuqikUwx10myqusQU8tGo2Bk6itPkx3AKtLRjfnay2hYLJd4"
    "da3XO00cMG/eh69bWRps5+6iCdYGTQfnSC1ibdt8gji2yy1zor6qavTPrTlw/0OVItftd/"
    "cTy46lAvEZYvCThzakxpTNM2I663POk5aJmgZYKWWeU9La5lavlCh7TGxg1B6Yh6lY6YLk"
    "RrUoo7xUK4EsHQFQ5dU5+rGpbz2qCidA2wjhzBEqUp5HHlivqZF+IATfOWizdZlos3ycvF"
    "m9hyoVqyB5k8XegWFsVz7jCWCDo4dY73WplNiG7nyojrtW/AKnJsG+uDpk+fCsntYUrIKl"
    "hl4Z3zKrHgUvLEitI1YQM59gzTDabd6qsiKYijtDDLqjzLbOUxV4SP177S0T2jv7Ur59uP"
    "k9YPv//xQ6fzF10NHiatA1lGDhLtw16PSeHCCiFamIRVnoQut2RLX5ki98wUxT9GeVJ5st"
    "qqKEXAKjSbQoQwlao8leD0OnmGNev0uqo5dk7N5ZPEAC6xyeqs0h+h52ZCnLZBwcmnDfhI"
    "zGCUO+CjhBxG1djl9slidEfXqbve5biVNPZLADpHuv6KjfisAMfnewhk+jNQ//7mJlt4jd"
    "OZYME5TIWEmkAe1S6gQEJ2uCDZfwaQINn/kT0Ab/FMVa5VDkjMBXD7sJ3mA7hkzWR2hp3R"
    "C1BCdGE08QwxmleoZ1uI8ZB73S0w99JT6T2ezxhZC33dRgTTBSLwFK0V+khRef7zhfKM42"
    "6AB3uL0A+Qv4s9fcKbdC9Aa6Gc/fIeHP/qKRW3ETj+vVgrkD/Js9pRfYIGelCVnzScLZ05"
    "wHWbNxDas9dZzNS0VSK4/Fns3MdmNn0OVA6Yo3QNxPtNJrzfpOD9Jo43EyxkS/3fnEVCQ2"
    "RgOixsOnTFLAH2yeU1tjRQWqONipXWMLA5xYa9UjR5oViLfAwQEBfkRDUtKsdkRCFn5GZ7"
    "Ih9kX3VMjEWk/jAlHABXTfQvFMi6MjRdme1t5pupyj3vqbZsr5Y5tI4YGaauz/eOiN6wEr"
    "pD1lV9BZgTGEXd2ZdkFt1Ozl2G0cCCsNs0Ol5gZKqPC5tZHIf3Y26IZJsyvZjiD0iZ29hk"
    "/6HV5nZK/shm1SSn9EfGjaAl9Cc0d9r6EyaOjBY1doJxEoyTYJw8gcv1dkoKplmyzhWmA8"
    "W3XVTxXZm0SYK2tTvBf4C8yha2Fh2oI+ljt4PciwkZ3g0G1x3EP6IbUBat7ABxzoqmOWfA"
    "mY2cPkWVwS+o9r5/lwHg9+8SAWaPwJacEezD2ZI1dSmqH7LTmOzTgTW5sDUZjGnHMabh74"
    "ZK99giwRQhykpJqWBNi8qqjmac36N7SwW+3CX5cnNQ43zI7WAccharFx+yexhvx19u3+JD"
    "GqxC/rOiXH4R/9qUfH5Rp97j5WLXFMuWXbOwu4rvmYWdrTiBF3jZ/FwOlts5nR72iiMW/T"
    "/A0a+WS2YbbGkvVz7ZzuYippwt9RGFfuly3PvSzSn6u1Qd5HxOyFepN+71P8pD6dtttz/u"
    "oMiNCbkc3A5vuuPuVQf5lxMiXUj9K8oMete/rIYtSCHWGpt0yj0kOBfu5meki2MytZeboT"
    "3Kgd6EfLq/lfodxD8mZCjdjxhvnM+KMEaV6YxdLQtpezFi8J6o8nqq2MzsJ6xfkHEKBjuo"
    "cOqlljT63L2Srwd3sjsDIzcm5PpmMKBTkX9MCEX2pitfSJefbwYfOyj0dULG93d9+Vrq3b"
    "DJG/hC6br9K/9J4Itrjpfddds1y3tfqzHzmYYhHAtpEmyAqDHVLI4eTU9WcdCTkzJ57auR"
    "lIm9tjEl1yE/VmVZsyIsoYmckOEgcX2Kkp1wkXq998JUWpkdgVEnj5gnIK+UzgySXlTS4x"
    "zzLW17cj6hH5D1qzwCpppeLB1aiBB4XGUeQ2KsE4vyimWpj4TOlgKJseK0cJhalA+RM6Xs"
    "TIgQwlQo6zwbcpMdITfZNJDaak+Uc2TJqiu8kbkewvdSGl1KV91W0upeAsIjW5lnif2p2I"
    "KeefDGtrM98r6x8hklJjPru9U4GjKww3GvpjK398TqivXRVIAg41sGkOyVuW/2wDHtoqnw"
    "QEK8Y5fEja7eO9zpvBU+m0ud7O8vu0NB+bbNwjYtdvHBTU7H0vLHwzx3tM3piRf6xaU4y4"
    "EfG/ixgR/bCWJC6RyMsza5yJXXvhFxWWmMPER1K8GymcMeFCcGm1BhsxzfBnPzIEgFJtGS"
    "7HHTSOzBvuaiZqYKb0dNRvHlYLfZyPIMPWAwSsM2OM0rFcbjWEMECodvJknWMrbWmN2aBT"
    "Ns82wvhqk/msoSscN2ZK2WSzxDK4PpEeypZ7b8gHSibZBCm9lUq3DNGkifs1aqaSGK+Fw1"
    "lxZSBarJoV8Gug3oNqDbvEDdxqBrLvMJyhuVH6VrhK5zhDKHf68UYqu2IIomcUULkjRJmy"
    "nNPZL+X7asLMUH1ml7RYSwSeAe3YPDNDGZ5so8H6Rp4PLxNkvAR3K8R3ThYOGQhdNi+cRH"
    "jLob3g2GAy9OLkfsj0fHg274FQuX7F/37m6dcEn3ckLuusMb6ZLd9K4mpPvbsHfHbrkXE3"
    "LVvbzp8ZhK7yoqXZ8mfodK8objqsmyR/rOuXnl3dRuYEUrvKJBDp0XIf+CubkyM85TKXKv"
    "gCE6MDmDybluJmd3BJeA8nDbU72GfFZ8w5P9sIbniAORYFVy6QYEj3X6pzwvoppw55+ctv"
    "muYmobaYnJjKXTbwmM9JEW7TRrPWZtqf7uNs5aN5MgPFNtpJtIQSZ+1p8CudrRA57TOcdr"
    "Wrqi9AduWfdM6LbyhJnVnBnd1wtM2KVimuoztgTFMw/6qpw2+7B7+nThiKdr1z1fBvt9Xf"
    "fwNtjvX7D+shCxNsXothAytAkGt/Ms5vrzZGv9ecxYH1wcc2AcIWsg1G/OzjMdjZynHI2c"
    "R9E+qptdNQWso3nZLejwxKTQxhAhrdTOAPat6P4AMebVsqpAYG2pgbW+OeU0vmZeWJmwvp"
    "kfcZZW22wb3Ha8HNHle28dM0e0nz+8xD5Z/BxowLVdb9ugAb9cCWemmni6T1bUUAdVVtbo"
    "aL8Y3PevOsi9mJDB/di95V1FjZCncW6gHFvoCbXDMuSp9akrzY7L+9F4cNu96yDvakKk0a"
    "hHRzRL+u1f8vy019c8L+319YQMP9Gp0EH8g2ea/Xgn3XJ3F3ZRDQY+UayKss+jrTTzmJ7c"
    "QezvhPRueS0+/jEhV4PLeydtu3dF2Xp/1RtQlrKPCfnSu+rSb/yDMbd3+ZmNAvdiQm4Gl9"
    "K4N+h3kHfFXZjG0uWYOzCxC+a+xPLFs1be1YTc90f3w+HgjmeGD3ypxqComw9agWFx173s"
    "9r44PmXO1YT8z333nt1xPp2s0TwrtHvB74z51zHzN7uhZHeOw5l7yZnN+5TotZdw2ss1Ld"
    "1S0eZ+cD+iA8y7pP30qGpzd8X78S6rMQzA5txMm3PFbKJHMDn/vdKZhF8QczE1QF89a38x"
    "D+bWgdA9trF/hm1F1eJgJydK31JUI1V6o7LWq5ZsYdvWsMgupOsaVkiCYShEGK0xTikPxR"
    "L/zpFrjA8GNyH0L3rR0X5/e9GlSw9nBW2k2iGrUAhzw9QVOqyeBQLsLtRDpIB7DtwtRZ3J"
    "OlUH5CecKzgoRtjEbfUA8YVzum6vzHwFlrckzQP5IPWVWUqwAgblABkkZq+0SRlrdLE3C5"
    "0aRGmB01XmNK82k5/JATLgb5X5y9yvC03jECHwuMo8dhzri03jICVwucpcBke2U6d4gEjZ"
    "yrAC6qWcmgW+F1ou/INUEKhcFHvIS3o67D1PyVzQB4gAeXAkr6IjOVRoOkGFJkgxcbQUE1"
    "zyKAHjW9bPtarVVxveiW9QSEtIMAH5og+RLzoqZ5QAasaqRjXFNCBX7VGtzTB1fb5ndaSh"
    "smEpOIasq+bgfdAaSXxoCgLHvCGbHDXmV/vanexkQDBSiLXGppv8G7FCf2zW2B20XqjThZ"
    "duhGcaYecabcQc2ti3mTp7hcaU5lGjVOhB/x5PcXKIF5w8nA1CuSCUC0K5TmDj5wsJc6lV"
    "7UWcx8kuLDHCBrqal+/HP1eJai0KTagIaaVmFJydxU9Ip7op2LqSHYC3FOAAHOJyGQ7AcJ"
    "JWVaMqGKQOapDKoo0eu95zXVTRUMELS5gtNg9AknrPOrnRHxuE0SHVdSdzq0Bf91O6Jivs"
    "2/rT5SZ5+Z0yaflAr/9I049Z4O3KKkEtPmaWl4PnqAkkEgZTQS338TaYCl6uSuMufDHmJt"
    "sIthQNNA6cvcsS5fIuOcjlXTzGxXxWp/kLw0XpGgj2QQK3oBDfcfG2iGJYC12wPyRbRYI0"
    "YBcp3S4CdfxO7t4H5SlR6eUpbd1WtELjOkrZJHihQOWpt9UDFKhcCcx22bODOdTHLFHp5O"
    "/KuX96ZB009PJ/DaVvLE+cPLq/uO2NefK22C2WA+xf3cuxk1vMuWKUPd64x6tc3g5vumOn"
    "yqV7yaiu7/tXDpVzRVtK/cvuDU8i5l+2igyB0s8UWY4SdbnSOKvii92u9CZBUki0kSPRRo"
    "XKVVbTWtwIq4eJlwzFYrGuIVLgc5X5bLDsN/l5HCAD/laZvytjVtA8HaaslHm6JBmVuYgO"
    "iLZp+QefNWV77NgWQthPrQSC401lWAEh7KdmAdTbPi3+M1OZ598MglSlYP9CvAUglDqPlA"
    "2h1KeFNy2UOgFfcF09gOuqGGt3BywB5uG2p3ptmVkBDgsLe0SpKvzke0+3YO6rKU0bNqjD"
    "jlG6va/zNEepr9t1NB9kwsjE8xWZ7YnSHe+kqRCdICi8NjjF3cwjQn0ctgHBY53+ybgtXH"
    "m91EmWz7olBDWYLBvC/m777oqf5Ly/3RB2uPDLgU0oW+y9ZWODBcYrBPEe2mhtqraNCVIJ"
    "j5anfRDL6ZZ+V2xk6/oTUu0PiGAqmaDpQiH0H0MUMmwyOCxxDP6hXpQzFt+BCYLw660rtx"
    "F41r/Ysym6RuxRudMjrrK/lLBwZ7hEpzTsyZ+73zrIvahqmU7FUFmBlPxHSiE6sOEWteHO"
    "TX0p7+f5FumiwiVYwPEtZSbSFXW/cRDqoNLLJwyD5GFAZRxLZIBNLmy4pYDShrlLGwb1je"
    "y7X5AKDpALb36Qh/u42KccYepeEoI9zyP8ZAY1mwBZbU/Bmb87aS6kds0EaobUrsknPAfP"
    "2cEPMpJMf94pxy7Dn3+qstvsx5mNbB1xWNqe/Y3384OFmG1DUwn27G6sKGDcpFe0EzDXtc"
    "FcB+a6l2SuAwvQaQuiVL6O/YliMkDda9hIB3XvuNiDurdr3QF1D9S9gLrnemQJdL2tr1ay"
    "ohdwCis3SyMoYKCAgQLWXAWsQGIfSOkDKX1qkNKHbomYwZUrIWGIqIEYHyQbIRwbH9WOAD"
    "5u4OMGtoeM+ywY3cDo9mKwB6Pbrk0ajG5gdAsY3dwgv0udzNXHlsD2Fm7QTjPBGU5ThgZt"
    "myPMaq1smLMEpX+FvrrFRRc6/fms4Oh0gS3uPeEF1aM1HaJorjsX4niqvXvMaQhULR5c9s"
    "xHeEhL1S2V/6tgG6zlhtIG2+DLtQ0u6dzXBVMsm6K5pa60ptmVRt+GUm8kdZB/OSH/kv79"
    "b7rhf+og72pCLqT+Z3l8J/VH10wxDX2dkMH4E7vLP6qheVIksZbH9uUTVJlhBe1e51nMXu"
    "fJVq/zmNELDLiHNuBS8QUXKSkTpGogygcx4XoZsfJXpopTNhDz91kqVL1PrlD1Plah6kEh"
    "T7nHdoioAZbzQ6/RKnvbKin3UvLxRJSuAVAf+5DC1/xisCen5gyQHM/o+vpQY7vkQjwhHT"
    "ui8+4oTLGlO2JVCk8hrm1RCkhznjy2m5XmPGY2P6kx0sk4lmyL9DOS7TZFbvOg1dIpMFL0"
    "eIlnqgIlj8GYCMbEqi+rcWNiDQus+ck/csrkrUAikUACEWk4vBt8YTe9K3FSkdH9sHs36l"
    "455N51NWyK4Ol1VCXKxM8qXhesmBUihYpKVV4cNfWJYm8VXh6D9FVOwTWSbrvyde+mS1c2"
    "75IueOxy2Lsc3995D9xv1Vj0FAZvfge+ABV4MRX1IPNl/lzYB6nAfW8P8C2rSI2dMB0Mfv"
    "BdrSH4rgCVH/8IIQx/8GCtsAcr3ypLQPWW9XOtanU0Z2dFNihWZCi0426DpYDr91SvhSM7"
    "skGJIcFFWLQ6lwBuw32vI9tRBmy55lICsDkrqNQU36Cet0eFqKluqPuWPmom4IKKNeWduV"
    "0qhODZHTb4WWbsyC34uJ124jblDWWTtlSz5lqUEEun5dQz4RESLBPiDOlzG5M2musr+uVh"
    "g1TbQtZCN+3pSpBrsWgnglO931teC9ZAU8jjim06f6Sd9gV9NuBkrq5SdxtO5l6u8Tk46b"
    "M6IgZpGuju+S6LJ+K7ZE/EdzFPRH81zQFykKaBIL/JYqh/k2yofxOvYgHZLMHBs7YOnuBv"
    "mAw1+BseQPf5TH+ShmePuEtsU6j+RFq00zSgJ6+tTFVQM7MSxMKV6RizeGlHfc4Dk6+l/0"
    "EK1VuY0qIQa41NcZhzRrrdDoygeoDqAarHCfxeQCo+vFTsrZJ5JOMgTSNAPrZ07Gw/eSDf"
    "UgDgBQB/whuWvURgQf/XaNAXQx6kie4R6tRG/4c01TqYXtL6r/mKOCWtH1aqZqvEesXe99"
    "+t47OEYZTOkij6kd2AdRBlCUSsHTliDVRyUMmPJrWASn4Aldx19BjjpaEp4spv0SbtNKXc"
    "86uw3daZTyZZTTaWBtlTrQ1TfzSVJSvlplPN2xPC2wi/enyF1uz0UdkmFFMtZOvajN7HhN"
    "53wxHZbfpTTf0ZC/KWHemdwnNPKgiwZ4lHnmAfAPsA2AeObx9w52VW04DbvBH606Hzz4Dp"
    "BQ4kDwvusS0Az9i08ik/AYrj6T5vQPcB3acqW25e3Sc22/b0WI0oM1+2E7JmQ+IkzqsJ6O"
    "1WGgM4Z9cd5SDLd+uQXx39zKNGlqLO2vx4dr3Q0drU6T3VRpb+gSt7BK+xxdW1tZuw2lI2"
    "FqLDNK4qltu1UCO0A+q1t02AVghaIWiFp9cKayLoHX6ilSbrgZ5yRD0FiuIce68IDnRXls"
    "kLf4SwSavIaaO6g4JWOVGywZORmnEka8xhZDRCnaKScK1snaLRxqI8H5r60rBbAv0u9Lyd"
    "ptVZvCXLDEqb5lLlCJJ6/imb8qCvbO5ou9bNp7Z3Rmcops0rCbEyQ+gJb9zDuknLUjRsGV"
    "QO08mklaTSlf2KxMM+UOUqsze0QZV7uaocHPAd7IAPdDo4e4Kzpwqt+3D21K7U2VNQZoaD"
    "p8LqSMqpUwLCGZWTYudNDu0BTptK6ViokBi+2gYnTaCenHqbAvWkdmIdnDTVA8yjp+hw9t"
    "G8m0SIrEmj+MiHTXDQd1zsU06ZtiLWvgcgEUN7zSZC1oOQ0BIAx0tNP16SDJUyqSVQ4dwn"
    "7TStTTFU+QlvMseW0bZMQbIW+pod6UzxB0R1IczSV7rJW+aqSZWo6UJhXVGJqs3vLhRr4W"
    "pejmq1VDZopotCyQ7xiqTDJJkRgcpWnX2gDSrby1XZ8pbUbnCh+PLraRsmnqvf88C7pWgg"
    "wG/eZwkYi86GQMDY+yjA/nYi2CKIYm4Sj0V9qmi+jI0b9F0zoNMWfjf9iL8aUTwven3p7p"
    "tYV74QpCu5+DbuSlF1baobogzsyfljthSQPSbdeFEge4ymWLa8sgrt1VFaqH5Y5S0bfzdU"
    "2l0BPocpgctV5rKJn/WnoqVMA5TA5Spz2dOSHja5DZ8xUrB+lmT93CILNrpdNrrYKKyUoa"
    "43w0tDtzGx7zDP0dkS2Ozijdpp5jvVby6bTvuMlrzxArtmNLqAUGaxvE0KWq5s7njjlKSZ"
    "Kqap4hlz7fbfM90w+1zcbFdCf0Ib3VTRNCezpsj1O1TOJmDkYc2glE3tlsE2GP9esPThz/"
    "Ss9qktRQPtU+U7lYO/vp8r6jyL7e/sPCVb1HkUXd1ggAgdjpIxDhE1EOnyrdiulFPA0Bql"
    "BGNru6Cx1ZHw8hhbtxTVMLay19ba2JrD9f6QKs1X/LDQ9aeWQJHxHrXT1Je10yir9wFBVJ"
    "5gQj3TLix9iR/02QbRTvEPlqNiePGn9Dl+plqR1UYW1ZCZ0mFxH+8RcyKg/zdyf5/FfLwF"
    "XggHfRUUtQElBJSQKioh4IFwQNltZWp5sHWbNxDas9evs4DLmiXC6zwMA8z3IbezHNJZhK"
    "waIlqjzsMtTNd/W56qBt3uxWEUaaqLkBz0l6L6iwsn87wRiVMplZOjhA1cm8r3i4JSQscu"
    "JaQUdL0JEcJZfZUFVZdVVKuw8pkcY4SF1rCKcTYmXmWTrtKEq+gqNldUjf4E2VLdE/Y8Ey"
    "tGDJOrypPLZAU0KbtWxFYFKssuj6cIMfC6yrzW6b+wp3ie2EVBEb0+3D6UhB5ANL+ULiRu"
    "3i5XvqAeAK7Qyieih8WvyovfdGVaej6fC5+iibrvWRbBkbZKcQyIWz0hH1oi+s3Khwa+1F"
    "U4vwNf6or4Um9xp3TqMzZV0bFEnqx/7kH6ldPdpoYrXhL6B834F4Ut2VsjiOxOrw05zNbd"
    "/hsDgh1XCaQTJze4skG2zjODu31+QH96pavU2Z8s5cPGcaaw6O9FOn0bUmyWQZ9Ss1QPJj"
    "Y02iTuwHHgdwl91ddbl5dtx+k+6x6UzhRjrdvguV7DTaeNwGnkxWpRgckeY3CyJhWmaqA2"
    "Vb4H+9ZRIQ/QYSoAOgPQzNkxDnFypkevfSPATVuaDlRTTFRCiQ3oLlktY+pI2CXBIz4e9K"
    "2vUm/c639s5cPfI+sg92JCrro3vS/du+5VB/mXE3It9W7YLeczKtllmRBvsxQDf5tcDPxt"
    "rBi4JwjG2ZQoRAVJjpeI8/VhRanScskSupbILkQFJCMBOViaqywj8awuxfktIAd+V57fbH"
    "Na5VkzI1QNMnyWtnByiLBp5ju2CVM17zD0bSaXn7cpLj9v4y4/rn2rkOoepYXVqsqrVdgM"
    "l91QFqaDdOtlHdQELKl7ntIEwhBrxoisBzXhMSjO932a6NC+bqtT3BIcN7hP2mmnDIS3yX"
    "i08CdFiLm1snTRzOvnT/SEsWFxc7+9oDA7MZsL+jrMQjTnpr5ED5g/YEGc9pq+K36KUF63"
    "wgODSO/pRwV0udO1Z39DgbOCuq57bTgreLmSxhNFr6itz6OtspW1JV1eDu77Y/lC6veZFS"
    "/8fUK87zeDjx+7V/Lgfrxts703IcO7wZfeVfdO/tz9Jt91r+9HrDfR3UBbSikPruXLu+5V"
    "bxxoHbpP20vful2Zyv39j7zT4NcJoRdjud/tXo3kT/e3Ur+Doncm5Gv34tNg8FkeSs7vCn"
    "+vhs3SWj38haeChSQlwG1LUuVBVlBJfJdFR3yXrCK+i2mILl756wSF6EBvyLl/BlV0WxE5"
    "KicHO28pqhHnXPtUNKHAmYhAm2PpEZA2cAk6iIdxRDPIGawUJAUrVdVkxxyJnoIB7lgQE5"
    "rH09JR0EduPzWbcidxsgwglmjw8PDcafSQPQ7utnyMvNxUC8VCzJ8eqXbckJHYSmiXIL55"
    "xikOB/WxKiT8gPHgRW0AIacJPi9zaxshMlA2CisbJ6oJ+3LBTzkh2m5Rex4QbY8iasaGrO"
    "dDodlfvXKwdYU1sR7siQ/dJPVKUbXNvSU8eAs8TZVDFVWesYasEFc2OfSWdYK8IhQsKyo7"
    "JDNM/VmdYZNF4bDvM2XDHrEom4eVpRJsWSyfKhUq0P/S5x/QVF8ROlbQA57TEYewMl0glu"
    "c9LtIe44VC6dh7BWug6bStzAQjEJKrs2+AkPyCheTAlBQyOMFBLkSVxtz67mki9jKWiVPs"
    "5/HbDJKAr3ssH5+7YeRWHSKEoD2UpT0Et/A95VxJHQY6qxkzsgq7kYFYLXnXx18o7wa5ky"
    "rvev9jVo8zNg7+5FUA8He7wyVMEz+qlI5LnMpMMWzaG0v6b6H1QqVyJZMhMVJMkafZ3t2J"
    "LbkMjlS3snCWVVPVTdXegGtZPZc8EHxfsOALtQsOWLsgb9B5g8PNy/dU4xtyHnR9ggbCex"
    "AXEZYIs2h60zgt5DUtmNeUQZk/oWmYqnnBe+VnMmVoYTJjPyEnzluqIyZUaB0F5ixZQpKT"
    "hMRyhPi6QgzhFHvGlgTMRDFfVn7goqlLVbBAJ2IaoYKQ6TiwUIDkyAVIphScwvnzY8TglF"
    "plrdM29RUDOcc+GyBpnjBTfjIuSCCdDH2zEkgXcvYO+WkU9/gOe4bUbBwkenxHBNbpvhmI"
    "t+cJQ7NZbmPhJYdlptwXqXvWyY3+WL8V/SQBBNGhlXqa5Y++TEda8nbo7z7Y+soyGihbRy"
    "pbecKWk9lAcdypSBvNdZN+W6qaxoLZbP0JE0ES5v262ul89axoKl0WaXfgfAVnUHAGVQFt"
    "IDAlhQwWMzdM9aKdr6Yr08Rkmit0NkjTwAORt1mOm5JPm+LRssrM2RAFQxRP1aWiJTm5BQ"
    "mjo9ShfOX2UEPQ08Zp97J3K938+OZd+33E+BNMmxDGeW2qto1JIahjtID2DrTBxxB8DKvJ"
    "jEb4GPq6rFArC2q6qQoZ16tlTX/MUTHHzXrMitco1lNAnWojSkRvIlZdGM9YuIu4Dk7uHg"
    "SaV5oLYUA238dvkC1ngV7tlUnkPbPcRbqMDDFIoVfXZbcNOubL1TH9WZzXJy9G2ERlCZzz"
    "auect9CNOL6Ju4XbGvxnol4H+sqe6vlcoAMkDRys5a8FjnVeZpaQHCM2QgUuSvGx60Lk2j"
    "3yYxsgBHjj8PLTJQvTt8zyhLVGyZpkHCkN26luiSTtNPOeR7K3Va9iwzaLUe99+zyzUY/h"
    "JBc6EYgSNs/PquRTgZPaT6sG9Emya3n2nlzoB4gA+ZobrivGizLs1vQ3oP79zU0rNtJLAH"
    "fsdtNMWAMzOwHSE50FrGaqnXQS4D1rp54DsFY5DgEkVlxm9rNOtM0r9KeTp+pPXpH+T2Vu"
    "Y/NPtGC1ZtSZU6be0CiqyPlvPrDUAQY2LZ0omnsPsY6cujX2Am/QdKEQ+p/Gjw6O+N6cBw"
    "6BMgXhTPrlHhcEU7zBWUFdd7o2nBW83LMCurAmFcrcXW/HJ66ybbB1eT8aD267dx3kXU0I"
    "he36uoP4x4RIwx6rl9NB7gUvmPPxTrrlFXLYRXTtP4118UT5dSsmIJ1G+1IMNTEyPQ39MB"
    "3gXxj/qRdOkdXGs6Wo8vJU0LpTfgIXqIYF1bCavog4Oloc/ORqWFsKqIYVkmnLqIbFteQ8"
    "3PAJgBmlM8NNUZsz9U6YqnmnKOVEq+eIWz6kaW6Ebdv512OWOe9RO80wZzmNspnlkgEXxi"
    "2KyjuDUQiMQmAUOr5RKGdlyuZWoyw/V8mzoq1yCaA+wfFFntM4ghxEuIEUMckj/sWmiDmk"
    "qNV9xsTuGvp0IZK2Ak9TBS7M2smYNcx4FjpeYETwmorkyNTXiL3X4rnSNXWOvUI/mv74AS"
    "mIAm2zkj4UUIvXAmKnlJaOMKHf6atZYnWNpaWYrkxLN+MHoId82YRMCE+PMaW9opXBgrNY"
    "d1Qdf9SZKyc7T51itFYs5Bx+z9DDBlFudOjbnE6cTBpu4SLVRmt9pdGXPqkG4shayFLpWm"
    "9rm4yHrCCQgkAKAunxBVJ/0svf8860GOkJ40Je12OiiXAvDjugXsjd8IRiyx2fhWKhhT3b"
    "LbJkLRFDp6TrMMUudJPnwHJkBrRW6YhZ2ehRMayOU5KbO0g9YI3KGqwVkxeo6EFfQiznsA"
    "9ZtqppSDcwEVSQOfTbcjppfQfHKRBJQCSpqUgiFER+U2fnYq4eXfgQMnD0t3blfPvxB+PR"
    "DYCx5e8KP1z+8acfDsTd33pX51Av5nhWRkPZaLooBDXZzhgggcPVUuyPFRHpRupypTF+XW"
    "FNZXYWkWwXb5Qq5FlecxZ3wNqrWZOnsnQ7XERk9adV20JrZcPz7iC/T/oPLB+w+QE9YcNG"
    "PMs9okjQhVjDM/ovtpFiIWYasiTDoI2wYdGexJl9DveqnMKeMuV1tF1tiOV5Je4O7yLofg"
    "NpEKRBkAZrJw3ydSbPdusTwLHeHsd64bUzz7wKU1ZqXkEJlejsmuqGKipMkLh7bQmOp3C9"
    "OewOVl4mlYDskWfGBOmg4lCVp0tY1swRqhKiAzfz/Qz4MX7EmZE7op2rIlQtk7Y91owhWa"
    "Pbw2OxUrluqbYr9upwn7RTY9u3bUp1oN3HUeGlKIF7bqHJ6h0VJK2cwWkBkgZaNM9++SWD"
    "SZO2SrRp8mfRCExBFsiU8D9DlAayCei+eZ0px+brlBybrwWptIidU4cNkIAWWyfj8D//H9"
    "eKmR4="
)
