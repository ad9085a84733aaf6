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
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
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
    "eJztfW1z2siy8F+Z4svuVrGpxMlm/ZBbt0q2ccKJDVyDk81ZtrQyDEZrMdJKwoR77v73Z2"
    "b0gl5GQhICJLm/GCFNj3D3TE+/939aS32GNetVjzyrtmKrOml10H9aRFlieiF42kYtxTC2"
    "z9gNW3nQ+HDVH8fvKw+WbSpTmz6aK5qF6a0ZtqamargvaklIU8kTetig9UKdLpClL/GDPt"
    "ugv3SVWMheYGQtdOMDIrq9UMkjUi1kYWIzCPzzUlG1V+xFM31K30Sflzjniqh/r7Bs64+Y"
    "gph05t9/b9n6EybyQrEWrT/+aLN/eIa/Y4s9ZF+NJ3muYm0WwqE6Y9Px+7K9Mfi9C/WxR+"
    "xrPpb9/gd5qmurJdmONzb2Qic+gEpsdvcRE2wqNmZvsM0VwyhZaZqLfw/Jzk/fDnF+ZQBm"
    "hufKSmN0YdDOD9jea8lyfzCWR92xLLdiNPMgAih3b00p2Sm96U+1OAIe2U/4+f+dnb19++"
    "vZ67fvz3959+uvv5y/Pqdj+e+NP/r1H+fHbLHlTMVx1vvY64/ZD9LponIWHLvxD4dRbMWB"
    "4sTYYn9qYoYvWbHjVLiiT2x1icV0CENG6DFzQV95F1HqeLRII493Y0uf7TZJJVBfX//40x"
    "6kScHyuHfbHY2l2yGbfmlZf2scU9K4y56c8bubyN0f3/8UJos/CfraG39C7Cv696Df5YjU"
    "LfvR5G/cjhv/u8V+k7KydZnoa1mZBbHh3fZu0aFbAmO2Y+O0vVwoppiuPkCEpBRBRyViSb"
    "tsqXyXNUwe7QX9evbLuxTafpHuLj9Jdz/SURGC9d1HZ86zf0IYNnUNixHcJaslR3KP/iaF"
    "THEM2R5slXHdGnztd+86iH9MiHR12+t3EP+g3z52+2P6jX1MyJde9ysb6nxGj54sFHp7lo"
    "FAb88S6cMehckTOJME5wxRzI14H4ThIgR62NjYqg6JyuBsFzeDixBTozi96PWlu28/3kq/"
    "/RTibDeD/kdvfJBhXXwbd6UI/vF3Q6WPC5wwYchKnTAHp0btzhllOsVGMUkiAloCoV05Du"
    "hcPp1N/EwZYxEyhyGBylWmMtdUKa0eNnJu/SwKultVqz5tj6esMT15/iTU1baYjVPkWjex"
    "+kg+401M4Izg37VZjGxlPq8fIf7xlpt3d/sTTWXtmxfiq5BigP7f2OY4oL8C9e9vbloc3Q"
    "/K9GmtmDM5hHf2RD/TI3f8sfFHy7Nl9I5ClEeOI/bPsJ/uIv8OT/VnbG4u6deWwKAUet5O"
    "MymZ7kiKkRnOaFWipCczC6kEzXWTG3woL1hgYqtTxaZ36NvaSKerJ248ygcqtBFZ3sJjvx"
    "hsRRVjP22wFb3cU3+7IwW7LFlTDoGBotwuqCivrEJ7KwAGMnWVdxc/+HKL00GoQpJ01XZW"
    "JURpXwg5khRdNSJkFaODqy8kQV9Ko0vpqnsqAXqE7ZVxo5InkfS8fZgqOltsmMycoRnl5j"
    "EVd7nv1F4oNloqT9hxl85V07KRvqYr4APCCvOp2oppIxMbmjKlg1QbraiIrFHJGKO1YiHG"
    "s+PC9QHmF0jgIGtXhT+BrP2CpQFwS4G0DdJ2ufsrJvCdSDihImSPSLaNl4YtFFBCA9KFFD"
    "pUVgldcnxwRkllQOWAuaJqeIbYBD+rpI2mOpUR6A0Dm0iZ8m9IIe732Yyi3uIhXsyaiAxT"
    "p4KFFZdRSp15t3Tyn9YW59vIlMARx8bj7wZ7Bw+rc6dwEe4uc2+Ltvhgijv+hbODwPTuTy"
    "3xBSBbgWwFshXEvDUv5i3AK7PiOADSQCy/z4Lk98k4fs9RXBUBhlu1RIKLZ+5KEVj8Ibuk"
    "lGRMC/2Gzh4FVyEcsXDEwhFbKeZ/kCOWf+ZAsDe+gfh9c/Y6A37pqET88mcQtl+jsH1Dsa"
    "y1TiUZsYl0TNVs8T6IAVaZSKWcHd3fxqFjw0Or2EDqDQ+Q4ZLZTMPoVy2Zym7qs2CLXOh0"
    "9SskQYwKwkWt0xTwUKj3RKwjG6cHg5sQ6i96Udze3150KW/idKCDVDskQQnW+3ShkMdCol"
    "PCFJWSocBQHZWkNMWy5a2ZNy/RBeDgmKgyvW3dNuSpalDF1qaHWF7vXwy4oAuwPhQ+lAeQ"
    "4/IJizMckuXsCFgh6aJiyI9I2++zCNvRLRSQtd/HUzApyjBh/3yRc00ADiyu8izOOZhsbO"
    "Szw8VhIX9or6DHZBNyJLNoW5gkQi0X+PrzHdb8KifieMhwJZR60SgpJjKS/hjNtymOrGiW"
    "Tz2F8HR8WZ7ffC9Mcb/DyJmqqZiiyhuV4ukJR4fRVWGVsR0vA1M1dEMGsUUPJHvfTRlEWZ"
    "9O11C0LelmUh73RdatM0tDcaSbM2xyc9beG3HAppKmDd6HDrJK2IAcVQ3eeSaer8hsb9GB"
    "TdJYDD2reE1PQsPU9fmemBoqmyUm9pBN1VB8schQigYss4Nrf17lMvWxO+sXZ9KG4o4usa"
    "Vhl4S50YbqrMshn7LZaFMMldnA9sSXZKif8aahKFrjh4WuP+2Joq/OLA3FkYUxF9rV6b5S"
    "Q59PMqLzNUk/PHiQn6dTJ8X6BXTuHSF/clDTz5ah4Oi7P6sEPZj62sLmK9Rl2Y1UQjKxtd"
    "jmN7IkSJ739AEpBOnajCc6Wgt9TZDySBGGMKtKwkvXOr9CnLhw6BfmzGcIJtcGat1BxkEt"
    "Da9tBOGQL9bj4XKQAvmcUUjI6GwX9OcaTG/UV5ZcnBiJU4CTvSBRXEQWLBgZhq0U9wOvby"
    "wkHAr9vgQyQwHYl0RlKn5ajv6XNT4qDtm8EKlysv0gofKoKF5ZzJtHkSJgXMlYDkM1ENHv"
    "XmdJrqGjElHNn4VxDbXuTh32BbXumlPrjszSiskEHrfT692RWYE6Mm6kCFoolHwzZOvo60"
    "KxLckwPjgGUE2dsTZha0pefY30OXr7mhWIfv8aWU5pGG4otTBiNlexYfYA78hpi3Xr1rjk"
    "h/ovdeeHbbDGvlzlxWUnueWPMBxIIDl3XKgZUICbZidAGA4IUJYI6OK1BCGQn8tUxpC2M9"
    "aMIFnFwfBarJJAGKWBQCgUkClZMFy7g2X3X84mHCYjXFi+h/9AqN5TGW4BAtILFpCgtoxv"
    "/jrPYv06TzZ+ncdsX08qSUgo3l1YxoOtMqJbXz9J45E0HHaQdzUho97t/Y00Htx1kH8ZVf"
    "WzkKP8QjJ/5Uvv/qupad3lL3SDYigXG/EBmofd8tct5RD2KsEhtJuRbKGPx0paV73R5aDf"
    "716Ou1etnEwlCNtBwW8T4l72+h87aHvt32cAgdEXEr2kt5zPajAhhxwFvKkxwOZtnfI9fS"
    "7SildSEk5QKWkWIhaiMu2DQlj2NG+Ek5feUViITakypa2FvtJ4njzBU1EBpbQCdXHgI1ap"
    "8+/Utkydavm/PB/ew4Cnxnlek9ZpSgKa+vdN4VJhImgIYy4cW86Qmb9YWBSuedJb+dXCHD"
    "t7EbEtDAmHeJUPcfcAppoNRa1V0NqcMAdQvsqU/9vkxbPixE6u6RwAaQIHTaPmIYo5U/QV"
    "T86IAcPuqvLu4qUT8TMmdtFiwkFgoHWVac1bAucRR32AJnDRQ1sRObLkOXbN69mDESKAxw"
    "tjen0oTJ8kiIyhsaA9LwIKXKxqXCwWq5YcSRWsFhMJYI9syTyVmsJB8/U02+8ojLmybH2J"
    "zX3rYbrTNBZNJ6u2Wkt0YcXUNjL9QmasrN6eGOuy2SRvsqbi7Ni1VmuJJF4/tIzSoU1FkK"
    "UuVxoPrqT/q0oZjbrvihp5M145E2apxFcb1OUKwI7VK09G7IDgsU7/ZCjd54ZVZ69bXk0h"
    "U4zbAvHqKcXmBLjKEK+er+QcewfPJnykFFgrG0QwZkXcdDSlAg5iSwOtVUrJlY0U+nCNrK"
    "lCOkjqjn4+++X9zx8vb9voQV8RnqAYbHTvVg+N5zYe55W7Ux0hzh7i7CHO/gROroK++1K8"
    "9hU9qo/pts/vsN/TVV81nB/aV/+8rXKd/RAJAEGKZ2Hz6MqYFTw8wpCVOjzAOho9QqqUSv"
    "1CRLYcxum4lpkh6dpTIY+Xcn1Swh0s4XqvJOohnUXhSyqmjHqP2mlKqOEMOkCudFqZGgub"
    "z+rUr1ChW6png6B3oFRNLdlNGzTEl3u8Qyb2Vjs5y5KhSkcl6ydnsRzV4C+LoTk54DACds"
    "QcytYJZOJDxBzOKftZmSIXxb9Gg74Y60GYKMdSpzb6P6Sp1sE0xNZ/zVeEt+hDDytVs1Vi"
    "vWLv++8TkIThKJ0kUexHeBObIEqS2cp02mQmyKWJZ3ocsEE9mc/evPv13fnb9+/8g92/k3"
    "aexxVyH0v0H0woMbs7bzs2SYUj9VqfBvd3HcT+TsiV9K2D6J8J+drtfu4g9ndCbgf98acO"
    "4h8T8q0r0fHsb9RTkuV8KD8r2zCZLK0sxdshTcqNQoIdq7Ada7oyTUymmzxSUBCmgZLQ2y"
    "wLPXmdx5Z5QE3MyPGDII2JXy2N06sW7wr8LIoL3pEDu4U7YgqspzfXNusYbN3Ja5vq+bMB"
    "0TYtP2aopsqxoDtk0NiV/XCOGMngaN7L+B2jR5wY+UvJb2eqGSGyGrPDazBv9dCAUmEq83"
    "2jbK/YHJXRGuobNloX/OQKfczpNvF2rrARgb+p05oQ8EFHdpuEBS/wmjTgnGqD1wS8JuA1"
    "Aa9Jo7wmYKoBUw2Yaip39oKpph031RTK4Q6GTRXX2AIRWjVbAydR2vwcboHWFszvTlbbQs"
    "nku1Ot7jm20cMG/ehG9bWRps5+6iCdYGTQeXSC1iY9t8gjy2yy1zpr6qavTPrTlw/0OVIt"
    "ftd/cTy56lAvEbYvCQRzakxpTNM2I6G3vOg5aJmgZYKWWeUzLa5lavlSh7TG5g1B64h6tY"
    "6YLkQ8KSWcYiHkRLB0hUvX1OeqhuW8NqgoXAOsI0ewRGkKeVy5on5mRhyAaR67eJOFXbxJ"
    "ZhdvYuxCtWQPZfJ0oVtYlM+5w1gimODUNd5rZTYhup2rIq43vgFc5Ng21gdNnz4VktvDkF"
    "BVsMrCO6dVYsOl5I0VhWvCAXLsHaYbTLvVV0VKEEdhYZdVeZfZymOuDB9vfKWze0Z/a1fO"
    "tx8nrR9+/+OHTucvyg0eJq0DWUYOku3DXo9J4cYKIVjYhFXehC61ZEtfmaLwzBTFPwZ5Un"
    "my2qooxYBVaDeFAGErVXkrgfc6eYc1y3td1Ro7p6bySXIAl9hkfVbpj9BzEyEO26Dk5NMm"
    "fCRWMMqd8FFCDaNqnHL7VDG6o3zqrnc5biWt/RIQnaNcf8VWfFYEx/d7CMn0Z6D+/c1Ntv"
    "QaZzIBwzlMh4SaoDyqXUCDhOzogmL/GZAExf6PHAF4i2eqcq1yhMRCALcP22kxgEs2TGY+"
    "7IxRgBKijNHEM8RgXqGebSFGQx51t8A8Sk+l93g9Y2Qt9HUbEUwZROApWiv0kaLy+ucL5R"
    "nHwwAP9hZhHCB/F3v6hDfpUYDWQjn75T0E/tVTKm4jCPx7sVYgf5NntaP6AA2MoCq/aDhj"
    "nTmQ6w5vIGrPXmcxU9NRicjlz2J+H5vZ9DmicqA5CtdAfL/JhO83Kfh+E8c3EyxkS/3fnE"
    "1CQ2BgOixsOnTFLAHuk9trbGGgtUYbFWutYWBzig17pWjyQrEW+QggAC5IiWpaVI5JiELB"
    "yM2ORD7IueqYGItI/WFIcABXTfQvlMi6MjRdme1t5pupyj2fqbZkr5Y5tI44Mkxdn++dEb"
    "1hLXSHbKr6CjAnMIq6uy/JLLrdnLsMowGGsNs0Ol5gZKqPC5tZHIf3Y26IZIcyvZjiD0iZ"
    "29hk/6HV5nZK/shm3SSn9EfGjaAlzCc0d9r6EyaOjBY1doJxEoyTYJw8Qcj1dksKtlmyzh"
    "WGA8W3XVTxXZl0SIK2tbvAfwC8yha2Fl2oI+ljt4PciwkZ3g0G1x3EP6IHUBat7AB5zoqm"
    "OT7gzEZOH6LKyC+o9r5/lwHB798lIpg9AltyRmQfzpasqUtR/5CdxmQfDqzJha3JYEw7jj"
    "ENfzdUesYWSaYIQVZKSgVrWlRWdTTj/BHdWyiI5S4plpsjNU6H3AHGoWCxetEhe4Txdv3l"
    "ji0+pMEqFD8rquUXia9NqecXDeo9Xi12TbFs2TULu1x8zyrsjOMEXuBV83MpWO7kdHvYK4"
    "6x6P8BgX61ZJltsKW9XPlku5uLmHK20EcU+qXLce9LN6fo70J1kPM5IV+l3rjX/ygPpW+3"
    "3f64gyI3JuRycDu86Y67Vx3kX06IdCH1rygx6F3/shq2IIVYa2zSLfeQEFy4m56RKY5J1F"
    "5ugvYoBXoT8un+Vup3EP+YkKF0P2K0cT4rQhhVpjt2tSyk7cWAIXqiyvxUsZnZT9i/IOMW"
    "DE5Q4dJLLWn0uXslXw/uZHcHRm5MyPXNYEC3Iv+YEIrZm658IV1+vhl87KDQ1wkZ39/15W"
    "upd8M2b+ALhev2r/wngS+uOV52+bZrlve+VmPnMw1DuBbSJNgAUGO6WRw9m56s4khPLsrk"
    "ja9GUSb22sa0XIf6WJUlzYqwgiZyQoWDRP4UBTshk3q9N2Mqrc2OwKiTR8wTgFdKZwZJLy"
    "rpcYr5lrY9KZ8wD8j6VV4BU00vVg4tBAg0rjKNoTDWiUV5xbLUR0J3S4HCWHFYcKYWpUPE"
    "p5SdCBFA2Apl+bOhNtkRapNNA6Wt9sRyjipZdUVvZK+H8HspjS6lq24ribuXgOGRrcyz5P"
    "5UjKFnXryx42yPum+sfUaJxcz6bjeOhizscN6rqcztPXF1xeZoKoKg4lsGJNkrc9/qgWM6"
    "RVPRAwXxjt0SN8q9d4TTeRw+W0id7J8vu1NB+bHN0jYtdvHBLU7HyvLH0zx3jM0ZiRf6xa"
    "UEy0EcG8SxQRzbCXJC6R6Mkza5yZU3vhF5WWmEPER3KwHbzGEPigODTaiwWY4fg7lpEIQC"
    "k2hJ9rhpJPdgX3NRM0uFt6Mmozg72G02sjxDDxiM0nAb3OaVSuNxrCEChcM3kyRrGVtrzG"
    "7Nghm2ebUXw9QfTWWJmLMdWavlEs/QymB6BHvqmS0/IJ1oG6TQYTbVKlyzBtLnbJRqWohi"
    "fK6aSwupAtXk0C8D3QZ0G9BtXqBuY1Cey2KC8mblR+Eaoescoc3h3yuF2KotyKJJ5GhBkC"
    "ZpM6WFR9L/y5aVpdhhnXZWRACbhNyjR3CYJibTXJXngzANZB9vsyR8JOd7RBkHS4csXBbL"
    "Bz5i1t3wbjAceHlyOXJ/PDiedMOvWLpk/7p3d+ukS7qXE3LXHd5Il+ymdzUh3d+GvTt2y7"
    "2YkKvu5U2P51R6V1Hp+jT5O1SSN5xQTVY90g/OzSvvpk4DHK0wR4MaOi9C/gVzc2V2nKdS"
    "5OaAITgwOYPJuW4mZ3cFl4Dl4Xamei35rPgNb/bDGp4jAUQCruTCDQge6/RPeVFENaHOPz"
    "lt813F1DbSEpMZK6ffEhjpIyPaadZ6zMZS/d0dnLVvJkF4ptpIN5GCTPysPwVqtaMHPKd7"
    "jve0dEXpD9yy7pnQbeUJM6s5M7qvF5iwS8U01WdsCZpnHvRVOW324fD06cIRT9dueL4M9v"
    "u6nuFtsN+/YP1lISJtitFtISRoEwxu51nM9efJ1vrzmLE+yBxz4DgC1kBUvzk7z+QaOU9x"
    "jZxHsX3UMLtqClhHi7Jb0OWJSaGDIQJaqZMB7FvR8wFyzKtlVYHE2lITa31zymlizby0Mm"
    "F/Mz/jLK232Ta57Xg1osuP3jpmjWi/fniJc7L8OdCAa8tv26ABv1wJZ6aaeLpPVdTQBFVW"
    "1uhqvxjc9686yL2YkMH92L3lXUWNkKcJbqAUW+gJvcMy1Kn1oStNjsv70Xhw273rIO9qQq"
    "TRqEdXNCv67V/y+rTX17wu7fX1hAw/0a3QQfyDV5r9eCfd8nAXdlENAj5RXBUlnwdbaeIx"
    "PbmD2N8J6d3yXnz8Y0KuBpf3Ttl274qS9f6qN6AkZR8T8qV31aXf+Acjbu/yM1sF7sWE3A"
    "wupXFv0O8g74qHMI2lyzEPYGIXLHyJ1Ytno7yrCbnvj+6Hw8Edrwwf+FKNRVG3GLQCy+Ku"
    "e9ntfXFiypyrCfmf++49u+N8OlWjeVVo94LfGfOvYxZvdkPB7pyAM/eSE5vPKdFrr+C0V2"
    "tauqWizf3gfkQXmHdJ5+lR1ebuis/jXVZjGYDNuZk254rZRI9gcv57pTMJvyDOxdCA+upZ"
    "+4tFMLcOhN1jG/tn2FZULY7s5ELpW4hqlEpvVNV61ZItbNsaFtmFdF3DCkkwDIUAoz3GKe"
    "ShSOLfOXKP8cHgJoT9i150td/fXnQp6+GkoINUO2QVCuHcMHWFLqtngQC7C+shUMB7Drxb"
    "ijqTdaoOyE84V3JQDLCJx+oB8gvnlG+vzHwNlrcgzUPyQfors5JgBQzKATAozF5pkzLWKL"
    "M3C3kNorBA6SpTmnebyU/kABjQt8r0ZeHXhbZxCBBoXGUaO4H1xbZxEBKoXGUqQyDbqUs8"
    "QKZsZUgB/VJOTQI/Ci0X/oNQkKhcFPdQl/R0uPciJXOhPgAEmIdA8ioGkkOHphN0aIISE0"
    "crMcEljxJwfMvmuVa1+mrDO/EbFNISCkxAvehD1IuOyhklIDVjV6Oa4jQgV+3Rrc0wdX2+"
    "Z3ekobJhJTiGbKrm4PugPZL40hQkjnlLNjlrzO/2tbvYyYBgpBBrjU23+Ddijf7YrrE7aL"
    "1Qpwuv3AivNML8Gm3EAtrYt5k6e4XGFOZRo1DoQf8eL3FyiBecPJ0NUrkglQtSuU5g4+eM"
    "hIXUqvYiTuPkEJYYYANDzcuP45+rRLUWhTZUBLRSOwp8Z3EP6VQ3BUdXcgDwFgICgENULi"
    "MAGDxpVTWqgkHqoAapLNrosfs910UVDTW8sITVYvMgSFLv2SQ3+mODcHRIdd2p3CrQ1/2S"
    "rskK+7b/dLlFXn6nRFo+0Os/0vRjlni7skpQi49Z5eXgNWoChYTBVFDLc7wNpoKXq9K4jC"
    "9G3GQbwRaigcaBs3dZslzeJSe5vIvnuJjP6jR/Y7goXAORfZDELWjEd1x8W0QxrIUuOB+S"
    "rSJBGLCLlG4XgT5+Jw/vg/aUqPT2lLZuK1qhdR2FbBJ6oUHlqY/VAzSoXAnMdtmrgznQx2"
    "xR6dTvynl+emAdNPTqfw2lb6xOnDy6v7jtjXnxttgtVgPsX93LsVNbzLlikD0+uMe7XN4O"
    "b7pjp8ule8mgru/7Vw6Uc0VHSv3L7g0vIuZftoosgdJ9iqxGibpcaZxUcWa3q7xJEBQKbe"
    "QotFGhdpXVtBY3wuph4iXDYrFc1xAo0LnKdDZY9Zv8NA6AAX2rTN+VMStong5DVso8XZKM"
    "ykJEB0TbtHzHZ03JHnPbQgr7qZVACLypDCkghf3UJIB+26fF/8xU5vkPgyBUKbh/IdECkE"
    "qdR8qGVOrTojctlToBvxC6eoDQVTGu3ROwBDQPtzPV68jMiuCwsLBHlqrCPd97hgXzWE1p"
    "2rBFHQ6M0u19g6c5lvq6XUfzQSYcmXi+IrM9sXTHJ2kqik6QFF4bPMXDzCNCfRxtA4LHOv"
    "2T8Vi48mapkyyf9UgIajBZDoT9w/Zdjp8UvL89EHaE8MuBQyhb7r1lY4MlxisE8RnaaG2q"
    "to0JUgnPlqdzEMuZln5XbGTr+hNS7Q+IYCqZoOlCIfQfQxRl2GTosMQ5+Id6Uc5cfAdNkI"
    "Rfb125jSCy/sX6piiP2KNzpwdc5XgpYePOcItOadiTP3e/dZB7UdU2nYqhsgYp+V1KITiw"
    "4Ra14c5NfSnvF/kWmaLCLVgg8C1lJ1KOut86CE1QafYJyyB5GVAZxxIZYJMbG24hoLVh7t"
    "aGQX0j++kXhAIHcuHDD+pwHxf3KS5M3StCsKc/wi9mULMNkNX2FNz5u4vmQmnXTEjNUNo1"
    "2cNz8Jod3JGRZPrzvBy7DH++V2W32Y8TG9k64mhpe/Y3Ps8PFmK2DU0l2LO7saaAcZNe0U"
    "nAXNcGcx2Y616SuQ4sQKdtiFL5PvYnyskAda9hKx3UvePiHtS9XXwH1D1Q9wLqnhuRJdD1"
    "trFayYpeICis3CqNoICBAgYKWHMVsAKFfaCkD5T0qUFJH3okYoauXAUJQ0ANxPFBqhGC2/"
    "iodgSIcYMYN7A9ZDxnwegGRrcXg3swuu06pMHoBka3gNHNTfK71MlcfWwJbG/hAe00E5zh"
    "DGXYoGNzpFmtlQ0LlqDwr9BXt7noQqc/nzUcnS6wxaMnvKR6tKZLFM1150KcT7X3jDkNga"
    "rFk8ue+QoPaam6pfJ/FWyDtTxQ2mAbfLm2wSXd+7pgi2VTNLfQldY0u9Lo21DqjaQO8i8n"
    "5F/Sv/9ND/xPHeRdTciF1P8sj++k/uiaKaahrxMyGH9id/lHNTRPikms5bF9+QBVJlhBu9"
    "d5FrPXebLV6zxm9AID7qENuFR8wUVaygShGojlg5hwvYpY+TtTxSEbiPP3WTpUvU/uUPU+"
    "1qHqQSFPudd2CKgBlvND82iVvW2VVHsp2T0RhWsAqo/tpPA1vxjak0tzBkCOZ3R9fai1XX"
    "IjnpCOHdF5dzSm2MIdsSuFpxDXtikFlDlPXtvNKnMeM5uf1BjpVBxLtkX6Fcl2myK3ddBq"
    "GRQYaXq8xDNVgZbHYEwEY2LV2WrcmFjDBmt+8Y+cMnkrUEgkUEBEGg7vBl/YTe9KXFRkdD"
    "/s3o26Vw64d10NmyJEeh1ViTLxs4rXBTtmhUCho1KVmaOmPlHcW4XZYxC+yiW4RtJtV77u"
    "3XQpZ/MuKcNjl8Pe5fj+znvgfqsG01MYevMH8AWgIIqpaASZL/Pnwn0QCsL39kC+ZRXpsR"
    "OGg8UPsas1RL4rQOXHfwQQlj9EsFY4gpUflSVg9ZbNc61qdTRnZ8VsUKzI0GjHPQZLQa4/"
    "U70YR3bMBiWGhBBhEXcuAbkNj72OHEcZcMs1lxIQm7ODSk3xG9Tz9ugQNdUNdd/WR81EuK"
    "BjTXk+t0uFEDy7wwb3ZcZcbsHH7TSP25QPlE06Us1aa1FCrJyW08+EZ0iwSogzpM9tTNpo"
    "rq/ol4cNUm0LWQvdtKcrQa3FopMIvHq/t7wRbICmkMcVO3T+SPP2BWM2wDNXV6m7DZ65l2"
    "t8Dm76rIGIQZgGhnu+yxKJ+C45EvFdLBLR56Y5kByEaSCS32Qx1L9JNtS/iXexgGqWEOBZ"
    "2wBPiDdMRjXEGx5A9/lMf5KGZ4+4S2xTqP5ERrTTNKAnb6xMVVAzsxLE0pXpGrN4a0d9zh"
    "OTr6X/QQrVW5jSohBrjU1xmnNGuN0BjKB6gOoBqscJ4l5AKj68VOxxyTyScRCmEUg+tnTs"
    "HD95UL6FAIQXQPgT3rDqJQIL+r9Gg74Y5UGY6BmhTm30f0hTrYPpJa3/mq+I09L6YaVqtk"
    "qsV+x9/906PkkYjtJJEsV+5DRgE0RJAhlrR85YA5UcVPKjSS2gkh9AJXcDPcZ4aWiKuPNb"
    "dEg7TSn34ipsd3RmzyTrycbKIHuqtWHqj6ayZK3cdKp5e0J4G+FXj6/QmnkflW1BMdVCtq"
    "7N6H1M6H03HZHdpj/V1J+xoG7Zkd4p9HtSQYA9S3R5gn0A7ANgHzi+fcDdl1lNA+7wRuhP"
    "h64/A6YXcEgeFrnHtgA8Y9PKp/wEII6n+7wB3Qd0n6ocuXl1n9hu2zNiNaLMfNluyJotiZ"
    "MEryZgb7fSGMBzdt1RDpJ8tw751dHPPGhkKeqszd2z64WO1qZO76k2svQPXNkjeI0trq6t"
    "3YLVlrKxEF2mcVWx3KmFGqEdUK+9YwK0QtAKQSs8vVZYE0Hv8ButNFkP9JQj6inQFOfYZ0"
    "VwobuyTF70RwCbxEVOm9UdFLTKyZINekZqRpGsOYeR1Qh9ikrCa2X7FI02FqX50NSXht0S"
    "6Heh5+00rc7iI1llUDo0lypHkNTzvWzKg76yeaDtWjef2p6PzlBMm3cSYm2G0BPeuM66Sc"
    "tSNGwZVA7TyaSVpNKV/YpEZx+ocpU5G9qgyr1cVQ4cfAdz8IFOB74n8D1ViO+D76ldKd9T"
    "UGYGx1NhdSTF65SA4YzKSTF/kwN7AG9TKRMLFRLDV9vA0wTqyamPKVBPaifWgaepHsg8eo"
    "kO5xzNe0iEwJq0io/sbAJH33Fxn+Jl2opY+zpAIob2mm2ErI6QEAsA91LT3UuSoVIitQQq"
    "nPuknaa1KYYqP+FN5twyOpYpSNZCXzOXzhR/QFQXwqx8pVu8Za6aVImaLhQ2FZWo2vzuQr"
    "EWrublqFZLZYNmuiiV7BCvSHImyQwIVLbqnANtUNlersqWt6V2gxvFl99P2zDxXP2eB71b"
    "iAYi+M37LAlj0d0QSBh7H0Wwf5wIjgiimJtEt6gPFa2XsXGTvmuG6DTG75Yf8bkRxedFry"
    "/dfRPryheCciUX38ZdKaquTXVDVIE9uX7MFgKqx6QbLwpUj9EUy5ZXVqGzOgoL3Q+rfGTj"
    "74ZKpytA5zAkULnKVDbxs/5UtJVpABKoXGUqe1rSwya34TMGCtbPkqyfW8yCjW6XjS62Ci"
    "tlqOvN8NLQbUzsO8xrdLYENrv4oHaa+U71h8umMz6jJW+8wK4ZjTIQSixWt0lBy5XNA2+c"
    "ljRTxTRVPGOh3f57phtmn4ub7UqYT2ijmyqa5lTWFIV+h9rZBIw8bBi0sqkdG2yD8e8FSx"
    "/+Ts9qn9pCNNA+VX5QOcTr+7WizrPY/s7OU6pFnUexqxsMIcKAo2Qch4AaiOnyrdiulFPA"
    "0BqFBGNru6Cx1ZHw8hhbtxDVMLay19ba2Joj9P6QKs1X/LDQ9aeWQJHxHrXT1Je1Myhr9A"
    "FBVJ5gQj3TLix9iR/02QbRSfEPlqNiePmn9Dl+plqR1UYW1ZCZ0mHxGO8RCyKg/zdyf5/F"
    "YrwFUQgHfRU0tQElBJSQKiohEIFwQNltZWp5cOsObyBqz16/zoJcNiwRvc7DMIL5OeROlk"
    "M6i4BVQ0RrlD/cwpT/2/JUNehxL06jSFNdhOCgvxTVX1x0ssgbkTiV0jk5CthA3lR+XBS0"
    "Ejp2KyGlYOhNCBB89VUWVF1SUa3CymdyjAEW4mEVo2xMvMomXaUJV1EuNldUjf4E2VJdD3"
    "uejRUDhs1V5c01XZmWns8V5UM0USQ4y7Kf6KgUf0lcGYQyMS+kTAyEmFXBrAkhZhUJMdvi"
    "ncJR7cZURdaaPMWQXP/ClTPdpoYc7ySFkKJoS3ZiBTG705klh8m62601INjxICGdOCVTlQ"
    "2ydV4w1Z3zA/rT6+ihzv5kmbAbx8dk0d+LdPo2pNissDCFZhmwJjY0OiTu1zrwu4QhfOut"
    "J3A7cXoon4dKZ4ux0W0I6KvhodMGX9rL1aICmz1G4GRNKgzVQG2q/MC+rf8mD6LDUIDoDI"
    "hmMSBxFCcXwPLGNwK5xy6ARQUPUWcJtqC7ZLWMqSPRQkz2kdd166vUG/f6H3P6LD2wDnIv"
    "JuSqe9P70r3rXnWQfzkh11Lvht1yPqOSXZYN8TZLj9S3yT1S38Z6pHqCYJxMiUJUEOR49c"
    "leH1aUKq3EHqG8RHZRVEAyEoCDpbnKMhJPdi9ObwE40Lvy9GaH0yoPz4xANcjwWRrj5CjC"
    "ppnPbROGap4n9G0mT+jbFE/o27gn1LVvFVLdo7DArarMrcJmuOyGsjAcVKEty1ETsKTu6a"
    "UJZGfUjBBZHTXhNSgug3qapJm+bqtT3BK4G9wn7TQvA+FjMroW/qQYYtE+rIomC1v8Ez1h"
    "bFjc3G8vKJqdVJYFfR1mmStzU1+iB8wfsNwWe03fFfcilDet0GEQmT3dVUDZna49+wcK+A"
    "rqyvfa4Ct4uZLGE8VeUVufB1tlK2tLurwc3PfH8oXU7zMrXvj7hHjfbwYfP3av5MH9eDtm"
    "e29ChneDL72r7p38uftNvute34/YbKK7gbEUUh5cy5d33aveODA6dJ+Ol751uzKV+/sf+a"
    "TBrxNCL8Zyv9u9Gsmf7m+lfgdF70zI1+7Fp8HgszyUnN8V/l4Nm6W1evgLTwWMJCXufwtS"
    "5UVWUEl8l0VHfJesIr6LaYguvvK3TwjBgd6Q8/wMqui2ogqS7ZJzwLYQ1Uj/qn2GfqhgQk"
    "SgzcF6BKANZEEHiTCOaAZ5pMYIKFipqiY75qh/Ecz7w4JUmTyRlo6CPnLnqdmWO0mQZQBj"
    "iQYPD587jR6yR8Hdlo+RV7JjoViIxdMj1Y4bMhJHCe0SxDfPOD1zoG1IhYQfMB68qAMgFD"
    "TB92VubSMEBspGYWXjRK3yXi7yUzxE2yNqTwfR1hVRMzJk9Q+Fdn/1uuTVFa2JbfJO7HST"
    "1CtF1Tb3ltDxFniaKocqqjxjA1l/kmxy6C2bBHm1uVmxOOYkM0z9WZ1hk2XhsO8zZcMesS"
    "ybh5WlEmxZrMwcFSrQ/9LnH9BUXxG6VtADntMVh7AyXSBW/jYu0h7jhUmd0Pkr2ABNp2Nl"
    "JhiBkFydcwOE5BcsJAe2pJDACQFyIag04tb3TBORl5FMXHk4T9xmEARi3WNlitwDo0iP8y"
    "AgaA9laQ/BI3xPOVdSh4HJakaMrMJuZCFWS9718S+Ud4PUSZV3vf8xa8QZWwd/8uLI+Lvd"
    "4RKmiR9VCsclTmWmGKxlM6uFbKH1QqVypc3bOyumKNJs7+nEllyGjtSwsnDxOVPVTdXeQG"
    "hZPVkeCL4vWPCFks4HLOmcN+m8wenm5Ueq8QM5D3Z9gAai9yAhIqySb9GizHHYghWZ6xMa"
    "cqiCzAyV+asxh6Gal7x3mA71mMzYT8iJ5y3UEQsqtI6C5ixVQpKLhMRqhPi6QgzDKfaMLQ"
    "iYiWKxrNzhoqlLVcCgE3EagYKU6ThioS77keuyTylyWBXoFbFFwdk7tM0oMASlVlnrtE19"
    "xZCc45wNgDRPmCm/GBcUkE5GfbMKSBcK9g7FaRSP+A5HhtRsHSRGfEcE1um+FYi3/oSh2a"
    "ywsTDLYZUp98XUPZvkRn+sH0c/SQJBdGmlerP81ZfJpSVvl/5ux9ZXVtFA2QZS2coTtpzK"
    "BooTTkXaaK6b9NtS1TSWzGbrT5gIijDvN9XO4KtnRVMpW6TTQfAV+KDAB1UBbSCwJYUEFh"
    "M3DPWig6+mK9PEZJordTYI00CHyNss7qZkb1M8W1aZOQeiYIniqbpUtKQgtyBgdJU6kK/c"
    "GWqI9LR12r3s3Uo3P755134fMf4EyyaE8bw2VdvGpBCqY7CA7R3YhhhDiDGsJjEaEWPo67"
    "JCrSyo6aYqZFyvljX9MUfHHLfqMWteo1hPAXWqjSgQvYlY00U8Y+ku4j44uWcQaF5pIYQB"
    "2XyfuEHGzgKz2iuTyHtWuYtMGVliUEKvrmy3DTrmy9Ux/V2cNyYvBthEZQmC82oXnLfQjT"
    "h+E08LdzTEz0SjDvSVPdXzhUAHQBq4WMvnBY51nvVUF4g4iSs2AgUhSvG166LItXvkx20A"
    "ENAbRy/3LlmYvmWWJ601CtYk40hpuJ3qlkjSTjPveSB7W/UqtmyzGPXet88zG/UYnuRCHo"
    "EoYPPirEr2CpzUflo1RJ+kupZn78mF/QAQYL7mhuuK0aIMuzX9Dah/f3PTiq30EpA7dqdp"
    "JloDOzsBpSfyBaxmqp3kCfCetVP9AGxUDieAxJrLzH7WibZ5hf506lT9yTvS/6nMbWz+iR"
    "as14w6c9rUGxrFKnL+mw+sdICBTUsniubeQ2wip2+NvcAbNF0ohP6ncdfBEd+b0+EQaFMQ"
    "rqRfrrsgWOINfAV1Pena4Ct4ub4CyliTGmXu7rfjA1fZNti6vB+NB7fduw7yriaEou36uo"
    "P4x4RIwx7rl9NB7gVvmPPxTrrlHXLYRZT3n8a6eKL6uhUTkE6jfSmGmpiZnob9MBzgvzD+"
    "p146RVYbzxaiyuypoHWn/AIu0A0LumE1nYk4Oloc+cndsLYQ0A0rJNOW0Q2La8l5qOEDAD"
    "FKJ4ZbojZn6Z0wVPO8KOVkq+fIWz6kaW6Ebdv512OWOe9RO80wZzmDspnlkhEuzFsUtXcG"
    "oxAYhcAodHyjUM7OlM3tRll+rZJnRVvlEkB9gOOLPKcJBDmIcAMlYpJX/IstEXNIUav7jI"
    "ndNfTpQiRtBZ6mClyYjZMxG5jRFzpeYETwmorkyNTXiL3X4rXSNXWOvUY/mv74ASmIItpm"
    "LX0oQi3eC4h5KS0dYUK/01ezwuoaK0sxXZmWbsYdoId+2W6vJ0iIICGChHgcCbFKnPWO/y"
    "4xX2XPdnPVrF0svqszN6aDXegmL9PjsDW0VunyXNnoUTGsjtM1mMdwPGCNskM2irE0yh3p"
    "S4jl+COQZauahnQDE0GTi0O/LWccyXeI7QAmDUy6Rkw6qPR8F+2v39TZuZiq3yvhXhr9rV"
    "053378wXh0Y/Rt+bvC/V8//vTDgaj7W+/qHFpaHM8QYigbTRdlySWbQgIg4P8pxURSEZFu"
    "pC5XGqPXFdZUpgqKZLv4oFQhz/KGs9BoNl7NWt+RVQThIiJrkavaFlorG14aBPlz0n9g+Y"
    "DND+gJGzbihbgRxQRlxBqe0X+xjRQLseKOlmQYdBA2LDqTuPjI4V6VU9hTprzVr+vKY6Uo"
    "iXvCuxh0v4E0CNIgSIO1kwY5n8lz3PoA4HnYw/MQ5p159lUYslL7Cro8RHfXVDdUUe30xN"
    "NrC3A8hevNYU+w8oo9BGSPPDsmCAdNUaq8XcKyZo5o+hAcRMLmEv9SUppdvMaJkTvplqsi"
    "VC2TtjPWjCBZE3DDa7FS5Tiptit2PLtP2qnpt9sxpcb47eO6fSlK4J5HaLJ6RwVJK2f+TA"
    "CkgRbNs19+yWDSpKMSbZr8WTRJTFCoLiVDyRBVqmsCdt+8zlQG8HVKGcDXgmo/xM6pwwZA"
    "QIutk3H4n/8PB0FPvw=="
)
