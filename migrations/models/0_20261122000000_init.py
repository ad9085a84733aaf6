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
    CONSTRAINT "uid_staff_email_0f4457" UNIQUE ("email")
);
COMMENT ON COLUMN "staff"."role" IS 'OWNER: OWNER\nADMIN: ADMIN\nAGENT: AGENT\nVIEWER: VIEWER';
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
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "whatsapp_accounts" ("id") ON DELETE RESTRICT,
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
    "eJztXW1z4riy/iuqfLm7VezUJDObzWVOnSonITPsJMABsrOzy5ZXARF8YmSvX8Jwz9n/fi"
    "X5Bb8S22Cwnf4SjK2WSbfU6n7U3frPyVKbEdV8MyKWrd8q9Omkjf5zQvGSsIv4wxY6wbq+"
    "ecRvWPhBFa1N3kxWWTtxHz+YloGnFns0x6pJ2K0ZMaeGoluKRjnBeEEQb46sBbbQEj8Rk1"
    "0SNFcM00LaihLjAyJ4ukCmhQ0LGURX8ZQ1UixkU0tRkUYJWmET2SaZveEvnWlT9laFPpbU"
    "v02Vv2wiW9ojYT0Z7C2//8FuK3RGvhHT+6o/yXOFqLMQM5UZ70Dcl621Lu5dKo9dat2Itv"
    "zXP8hTTbWXdNNeX1sLjfoECrX43UfCfju2CH+DZdict9RWVVcSHrudH7tp4vzKAM2MzLGt"
    "cglxaucHbO6dyHKvP5ZHnbEsn8Sk51EEGO7emmqUS579VFMw4JH/hB/+9+zs3bufzt6+O7"
    "/48f1PP/148faCtRW/N/7op7+dH7PhltOV4Fn3Y7c35j9IY8PLGXr8xt+CBlvYoRLC2HB/"
    "ahDOLxlbcSlcsyeWsiTJcghTRuQxc0nfeBdR6Xiy2CYe78ZGPpsJs1VAPW313fc7iGYLl8"
    "fdu85oLN0NePdL0/xLFZySxh3+5EzcXUfufnf+fVgsfifoS3f8CfGv6Ld+ryMYqZnWoyHe"
    "uGk3/u2E/yZsW5pMtZWMZ0FueLe9W6zpRsCW9kSovMDmImmaUWysk8UbpouI92FtEfOgIt"
    "3PnNs2fW77lyGZ/iINL7s9afj1uzvp1+9Dgr3t9z567YPyuvw67khiwm34z1VkgdkVINvD"
    "1HL1Wg3EUIv5xdey+VNAn/IbD3j6tMLGTI490c60tLbxR8uzZfQOpvhRCIlzk/9Oz/5QHm"
    "mXSpZFlrqVaKCEGmw3UlhTWaFsyInGGS2VPrMD5lhRyQzxDn5QaAtNNWYjsBs6MRCeim8I"
    "U/f7bMZYb6KHNSLPxFgj3dCYYWHGbZS99vyydfKfkw3PT8iSvZjTBZY43p580/k72P/uy8"
    "ZluDvMvSl6Ihoz3okvQh0Eund/6h5fALYV2FZgWx3etvIVRVi2VwtsJMvVJ4iIlDGohtYU"
    "W5m+ySqhj9aCfT378f0W2TJr6uqTNPyOtYoIrOc+OnOeha2ngK7MyuMASQO5fJ6FyefpPD"
    "4XLK6KAWPh+TzRcBEPthssfpOXrJR0TifYBd7q/wfAF7DEwhILS2yVlH8pS6z4zMFgr30D"
    "+Xt69jYDf1mrVP6KZ2H+Gpqawt8OtZeCx132mzCdkhivPdoq8/qk/6XXGbaR+JhQ6fqu22"
    "sj8cG+fez0xuwb/5jQX7qdL7yp8xn1+bNI6N1ZBgG9O0uVD38UFo+OTXOlMUsmGSIdMzc7"
    "eR7ECKsspL2sHZ1fx6Flw2NrMkDqNQ+I4YpjpmH2K6bMbDflOWGKXGps9GOaYkYF6aLoNC"
    "Msi/WeiXVgcLrfvw2x/rIb5e393WWH6SYhB9ZIsUIWVMJ4ny4wfSxkOqV0USkbCoDqqCWl"
    "YtOSNzBvXqEnkMPGRNXkncOv3wwM04Oc4xrYpbz5PCQqFsyMiz3oso+cruo70zd33cEZRq"
    "NMPgGYwmPNnolhCpbsyLerQFe1nTDb2bZkowI/kh0Zdef00lAeseWUGMKk2XlE9XlX0rTB"
    "A8ogc5vOdmTTUHTSWA49K2TFNJVuaNp8R04N8HpJqDXgXTWUX1hX5Cey3pFRkq58JusGsa"
    "h08N8zGNL2AAIGxQtbAXLQjMkWueAs5j8oFD0Y2sokxhvU4VGPTL0wO2yxiXvkwZEiHuoD"
    "whRp6kwEQJoLbUURfmQMQ4SpI9HM/RXJAQ1lvzBnnIPDN2dDgnzTFfYbIBIBtklgm6Qezl"
    "7EIuIapECcZ5QSIj1bqFikp86NLs025eLCSO2ioFSqaWccUiguIwvpvihtpbQfAF6xreKN"
    "CZNT0GFKEHOlxcxUJLOMi83nICWg13WQMjM/Tcf/yxqfEKcstDFbMdmWEQUIgZYHZbFtco"
    "SXMSVBcaVzOUzVQEa/f5sl6Ia1SmW1eBbmdRDayA46BKlehh7qwOmDoQ+xnceILOKCuNEM"
    "ojzSz2Qdi4HassNYQyGkoavstoFXPlYWGn3sv2f/M3GCOK6k0ZV03XHQtSNEaRM625ZkFn"
    "jc2p4HT2cF8svc3UO0wEx8M2Rp6MsCW6ak6x8cAFRVZoz9aMXEq62QNkfv3iKFovO3yHRS"
    "xgRQahLEMddkYLaEd+TEYt18Nlf8kBdWd33YAjT29TovrjrJbX+E6cACyTnjAt5MSJtmF0"
    "CYDgSwLxPQ5esejECxLjMbQ9r0WDOBZDUHw2OxSgZhVAYJRmGCmNINw5XbWHb/5WzGYTrD"
    "E9P6xA+ErL7KaAswkF6xgQQ5Zz78dZEF/bpIB78uYtjXk0ITtFe2hDOPtsqMPvnySRqPpM"
    "GgjbyrCR117+5vpXF/2Eb+ZdTVzyKO/SeY/TtpLUkf6v9OXEoasGex/4GuMw7lUiM+QfO4"
    "u/9xyzSEZadsCL2sSDbUh1MlJ9fd0VW/1+tcjTvXJzmVSpC2jYLfJtS97PY+ttHm2r/PCQ"
    "KtLyV2yW45n9VQQo44CuymxgibN3X2v9PnMq14hmViB5WyZiFiIWrTPmDKU8NEgdy88o7S"
    "QmxKlSVtLjRbFUmAlEwT5vbWxPU48QGz1/07tU1fd/nGFiT2X5sFQYKUPmDWVXnW/WUwEc"
    "4S7P30Eh0BkiaYLYeuzcHYVzymNkYMs6vKs0uUdyDPhFpFa0MEiUHWVZa1OOEhjxPoEzRB"
    "i5bt/AlmyXPioiLZ95AihIfbfX5bFqePsvfP2VjQDYuQgharmhYrWN8mEncYmZJ5ityEYx"
    "3ribZsr4QwtU1LWxJj17I2bjeNZdPRKgDVkl0EG+paZl/ojJcS2ZFjHd6b5HXWVJ4dumxS"
    "LZkk6ibto2BSUxlkKktbFTEx7H9VmKJRdh1RI6/Ha6fDLAVvasO6XHFzsRp66YztUzLW2J"
    "+X2euFzmWvpVdNIzOZtwXCDLfUCErgVYYww3yVgvg7RBLII5PACq8RJYTX3tHQlBk4iA8N"
    "tFKYJG0LYfZwhcwppm0kdUY/nP14/sPHq7sWetBsKvJKgucW8VU/sVbQYV4JZzZW2qOF8M"
    "hX5dqGnAtFZxPSIt+SNhe3lI8J00ElnxYqVjTmiawTU0fSEdINRZUjJwtipKfnGTDS0+iE"
    "CRyKcB7FSN1lKN8iEiCCzJzC8KitzwouHmHKSi0egI5Gl5AqZcC9EpMtBzgd9zIz5Mp5Lu"
    "ThMuWOKrjS8uR2yn0bsF6wGFIxZ9R71NrmhOpOoxJS3LZVFzCJ8axM/cRizVQ8DILdgQoD"
    "tVQ3LfAQX+/yDgl05R7aFvxlMTanBxxGyA6Y+nJyBJu4jJjDOVM/tpG0RfHzqN9L5nqQJq"
    "qxlKmF/otUxSzNQzz5x9ym4rQN9GArqqVQ8w1/3z+PIBLOo+0iiXI/opt4B1GRzGxDbFnI"
    "KXZp6poeJyzkT1Rse8Nd4c9O3//0/uLd+Xt/YffvbFvP4w65zyX2D6ZUBnw53S7WSYUj9U"
    "4+9e+HbcT/Tui19LWN2J8J/dLpfG4j/ndC7/q98ac2Eh8T+rUjsfb8b3SnJMv6UMKRkQa3"
    "pfEyeTpss3KjlIBjFcaxprZhEDpd57GCgjQNtITeZRno6eM8NswDbmJGjR8kaUz86t40PZ"
    "x1euBkMcC608c28/NnfaquT/yYoZo6x/GIpxDYlX1xjoBksDTvBH7H5BEXRv4KwJueaiaI"
    "rGB2eAzmLfoWcCoMPN81yvaa91EZr6G+YaN14U+u0Mec2ybezE2sH+1P6m21o0WjA2+bhA"
    "0v2DVpwDrVgl0T2DWBXRPYNWnUrglANQDVAFRTubUXoJpWHKoplMMdDJsq7rEFIrRqNgaO"
    "4rT5OdwJXlswvzvdbQslk7+canUvuI0e1ug7N6qvhVRl9n1bHH+us340ilYGW7foI89ssl"
    "YaP4tHsw3205cP7DlSTHHXf3E8uaqslyRWnQ8Ec6rcadzmbUZCb0WtWvAywcsEL7PKa1rc"
    "y1TzpQ6pjc0bgorf9ar4PV0k6aQt4RSLRE0EQzdx6BraXFGJnBeDitI1AB05ABKlYvpou6"
    "Z+ZkUcoGmeujjNoi5O09XFaUxdKKbssUyeLjSTJOVzvgCWJHQA5ZBzwCZUs3JVxPXaN0CL"
    "HBpjfVC16VMhuz1MCVUFq2y8C1mlnpORPrGidE1YQA49wzSde7eaXaQEcZQWZlmVZxmg/e"
    "lWW7PQ/qrWJDi2lKsQmAmn8u612sCQzY9h92qcLUITCshCMdQ6R7XWhkFl7pDekZmCbxTB"
    "kNgW6eZha9se6ZI3kznGl3GXVEKmxRT0DHGaN6hrmYjLUOxKLojYxVTYPVHvDZkLbdVClD"
    "AFEXiKVpg9woqoD7nAzyS+TVraWxL3ScW7+NMnst6+S2ou8NmP57AxWk9rpAUbo6/X6/Mn"
    "eVZE3ido4A7T/osqctWZg7lu8way9uxtlh0l1iqVueJZ7OBBix9wJRiVg81Rugby+zQTv0"
    "+38Ps0zm9uWMim8n85D1EKkQFUkHNxDp5xKsysBN6nlx/e0EDp4RYqVnpYJ8aU6JaNVXmB"
    "zUU+ASQQF5REfbDvsgRRKFij2ZEapayrDn5WxOoPU8KGT9VM/0KB/rauani2M8w3U/C96K"
    "m2Yq8WHFpHHumGps13zhhZ8yPGBryr+howRwBF3dmXBotuJudLwGhAIbwMjY4XBBnK48Li"
    "iOPgfiyASL4os4sp+YDw3CIG/w/NlsApxSOLn7YzZT8yDoLuob9EuNPSngh1bLQo2AngJI"
    "CTAE4eHpwMTMmEaZbuc4XpwPFtFXV8bYM1SfG2Xi6AGiCvMsJ2wgbqSPrYaSP3YkIHw37/"
    "po3ER3QBOlIeCFbVfAfEbyiqzPyCbu/+j4gHLPkIWLKqLJPqK78IJvt0gCYXRpMBTDsMmE"
    "a+6QpbYwtYqWHKSlmpgKZFbVXHM87rEAapGlSI/7gxtIKpcTnkjqANBYvVSw5ZQ2eD4y8U"
    "OMt+AOrd395uC5wttc5JMH42qdZJJL52S72TaFDv4WpVqti0ZBcWdrX4jlUqucYJvMCrdu"
    "JKcL+ds+lh2YJj0f8DAv1qqTJbgKW9XvtkM5uLQDkb6gMa/dLVuPtLJ6fp71K1kfM5oV+k"
    "7rjb+ygPpK93nd64jSI3JvSqfze47Yw7123kX06odCn1rpkw2F3/shpYEKbmihhsyj2kBB"
    "e+LM9IF4cUaje3QLtMAt0J/XR/J/XaSHxM6EC6H3HZOJ8VEYwisxlrLwt5ezFiiJ6osj7F"
    "Fof9Euu7ZpyCwQ4qnJp+Io0+d67lm/5Qdmdg5MaE3tz2+2wqio8JZZy97ciX0tXn2/7HNg"
    "p9ndDx/bAn30jdWz55A18YXad37T8JfHHheNnV2y4s732txsznHkbiWNhmwQaIGlPt98Ag"
    "5pJQO8709GMpvfbVOJKSv7YxR1ImOLt5lr8E8kr5ErACRldAITEfgdhR8in9gA1U5REwVT"
    "WzGGYQJAQZV1nGUCDkyCYONk3lkbLZwoSUWwgxWthkKiqHCNaeXQgRQpgK+9rng1o5JdXK"
    "SRr2e+By8HyChrI3MteTD4tM0e574PDIwvMsOREVU+iZB29sOcu9Z32c4zjrMpyhvFNeJl"
    "m2sWupsDHroqnsgepXB070cjRSQsCMr6rSI2U2GvHlrC5uMYn0Kt3QHg28RBzFQaa9XJIZ"
    "snVxSA976q2HH5BG1TXCrJlFDOSqFn6GD2ulGCZiXJorxtJEihVP+Sr7ZTnDeoIRRfuJvI"
    "GgGAiKgaCYw4Nb7hF2+Q8AidA1MemjjCNA/rIxtRQrIWwlVaMFSZoEneztWFT2f1kyXiYj"
    "IdvWighhk5h7cGjQMAid5ir1FqRpoPp4lyXCIj3AIqo4ePxh4TxUn/iAYW6DYX/Q9wLTcg"
    "TbeHQiykVc8fjE3k13eOfEJ7qXEzrsDG6lK37Tu5rQzq+D7pDfci8m9LpzddsVQYzeVdS6"
    "Pk7ADLPkdWcPkJdr8Hd989q7W7sBjVZYo0HS2quwfxM82Rz7WnFimHGFZ5znUuTWgCE62N"
    "7d097iNJJftuvWVzOPg2hFt7/iKuHlLTB9cwL8jlzOfpZ8xYZ8Vv6GJ3u5CZsRED8dw+9T"
    "MtbYn/0h+TWRzt85sfkONtS1tCR0xuvXnSSA9JEWrW1oPeFtmf/uNs56UAVFZKZYSDMQRg"
    "Z51p4CxdHQA5mzOScOkXBN6Q8CWfcgdAs/EY6ac9B9tSCUX2LDUJ6JmXBaRamvyonZh+Me"
    "vFOSV27chwz4fV3X8Bbg96/Yf4HT0cs7HT2oHHPwOELWQFafnl1k2hq52LI1chHltsWWkz"
    "ib0w+39dpXOHNwLyqpjENtF2x4ElpoYYiQVmplAHwLkhcqYJFBxHaeebZLxLYPpxynRpMX"
    "2plYUNyP+txWTHwTYHq4okz7j946ZFEmv2DXHvvkMazgAddW37bAA369Fs5MMch0lzIkoQ"
    "6q7Kyx0X7Zv+9dt5F7MaH9+7F7y7uKgpDHCW5gEltoKcW6MxSG8akrLY6r+9G4f9cZtpF3"
    "NaHSaNRlI5pX2fIvRUGYmxtRCObmZkIHn9hUaCPxIUq7fBxKdyLchV9UQ4BPjFdFxefRVl"
    "p43E9uI/53Qrt3ovi9+JjQ6/7VvVMnzbtiYr2/7vaZSPnHhP7Sve6wb+KDC7d79ZmPAvdi"
    "Qm/7V9K42++1kXclQpjG0tVYBDDxCx6+xAu08Vbe1YTe90b3g0F/KEqxBb5UY1DULQatwL"
    "AYdq463V+cmDLnakL/dd+553ecT6dMkyjD5F6IO2PxdczjzW4Z2dAJOHMvhbBFnxK79io8"
    "ecWdpDtm2tz370dsgHmXrJ8uc22G16If77IawwAw52ZizhXDRA8AOf9la9zCL8jzZGpgff"
    "XQ/mIRzCclcffQYP+MWFhR48xOLxK3oYAycdvFUaBMnGLKJrEslSThQpqmEkxTgKEQYfRQ"
    "L0ZZlkj8Owc+1Kvfvw1x/7IbHe33d5cdpnqEKFgjxQqhQiGe64aG2bB6Tjq6/QWuh0iB7z"
    "n4bmJlJvNTKeUnkis5KEbYxGW1hPzCOdPbtpHvRKMNSfOYXMqBRiY/7iw/oBwgg4p/lYaU"
    "icqUvVH0/PcQLUi6ypI2CC4i5AAZyLfK8uXh14WmcYgQZFxlGTuB9cWmcZASpFxlKUMg27"
    "FLPECmbGVEAYV4jy0COOz0eLw3eY3X3LwPUgHvi/Lei5TMxfoAEXAeAsmrGEgOpb+PUPob"
    "SkwcrMQEnAi+zxPBY9bIHjjb8Mr1QfMrA1cttyT4jkzNWFm8pjwN2FU7HAOgG5o237FC+Q"
    "CveQmOAe+qOfwutU65GJoJiWPekE3PGvMr7r9c7KRPCXJOOnaLfyN+ggSfNVYbrRbKdOGV"
    "GxGVRvi+RgvxgDb+babM3qAxo3lUGRV60L7FS5yU8YKjp7NBKhekckEq1xEwfu9M9pViLe"
    "IyTg9hiRE2MNR8/3H8c4Uq5qLQhIqQVmpGwd5ZfId0qhkJS1d6APCGAgKAQ1LeRwAw7KRV"
    "FVQFQKpUQCqLN3roM9fAFfWqkib4on650nRndHO+2X4LmPzOhLR8YNd/bPP9eFKpbe7B5T"
    "tkBZPS668EiuSCG1zLNaoFbvDrNdddxRcTbrr/u6FooON79j5LBsf79ASO9/H8DeNZmeY/"
    "9CxK10Bml5KUBIfMHZbfJsW6udAS1od0jz9IAz7/3n1+OKPu6KFrcPQi2vvRi5ZmYbXQuI"
    "5SNom9cPjisZfVEg5ftBMgqeyVrxzqQx6/6NSmyrl+emRtNPBqWw2kr7wGmjy6v7zrjkVh"
    "stgtXt/q587V2Kmb5Vxxyq5o3BUnON4Nbjtj5wRH95JT3dz3rh0q54q1lHpXnVtRIMu/PC"
    "kyBPa+X8brbyhLWxWiiiu7l0p3BEmhiESOIhIVOoqxmmhxI1APgyw5F4vlcYZIQc5VlrPO"
    "K7vkl3GADORbZfna+qwgPB2mrBQ8vScblYc/9qm6dkdgfcXu/npIz66OEwhBJZURBaRnH1"
    "sEcJb0cfk/M/A8/2IQpNoL719JtACkCeexsiFN+Ljs3ZYmnMJfCMssISwzmddwFv2hzqIP"
    "KmlLBOfFF8scIa8iVlOaNmxQRyDCuU1nO/JpKDppKouOkMxbGz7FQ6gjBmucbX1Kxhr7k1"
    "HlXXu91MlOzarugtZ5FmW3e0i6q83SAtM3yu6F8HQ5oGCz5UybFtF5QjOmSPTQQitDsSxC"
    "kUJFljPrg5pOt+w7tpClaU9IsT4gStiqi6YLTNk/hhjLiMHZYSbnTpf1opw51A6bIHm63n"
    "5gC0HU+Kvdd2E6YocTFz3iKscCJR64GD5aURp05c+dr23kXlT1eEWsK/xgi/zbJSE6wCeL"
    "4pNzQ1vKu0V1Rbqo8NEZENS1ZSYyjbrbOAh1UGn1CcMgfRgwG8dMAhfTD6TbUMCRdLmPpA"
    "v6G9lXvyAVbI4WXvygfvJheb9le07zEux3xNr9RP2aTYCs2FNw5r9c7BRKcmZiaoaSnOm7"
    "F2XWo3Ah+gTcbwPep0N+gV2C/ZakAAANADQA0JoLoBXIYoT8RchfrEH+IlsSCWdXruoLIa"
    "IG8riU0guAIxwUR4BND9j0AOwh4zoLoBuAbq+G9wC6vbRIA+gGoFsAdHOjPq80OlceTxKw"
    "t3CD1jYITneacm6wtjni7lZ4jSwNMfo36It7SshCYz+fnxwyXRBTxMR5GQRoxYYommvORX"
    "KA3c495gQCFVNEGz6LER7yUjVTEf8qYIO1XFBagA2+Xmxwyea+ljDFsjmaG+pKe5odafR1"
    "IHVHUhv5lxP6s/Tbb2zB/9RG3tWEXkq9z/J4KPVGN9wxDX2d0P74E78rPqrheTJOEjUP9u"
    "UTVFlgBXGviyyw10U66nURA70AwC0bwGXmCylSPzdI1UAulwLheum/+ctwxykbyPPzLOW4"
    "z9PLcZ/HynE/YPqUe2yHiBqAnJetoxX+Njst0TR9eyJK1wBWH3qTwvf8YmxPr0MSIDkc6P"
    "q2rLG956rDIR874vO+UIVzQ3fAEpyeQ1zbCpxQ0y19bDerplsMNj8qGOmkoKdjkX6K+stQ"
    "5CYxvpZBgZETnvwz6gFMBDARwMQqq9U4mFjDavJ+NlhOm/wkkFkWyCiTBoNh/xd+07tKzj"
    "Ib3Q86w1Hn2iH3rquBKUKk10GdKIM8K2RVsDx4iBTKR1dZOarKE+O9WVg9BumrnJM9ku46"
    "8k33tsM0m3fJFB6/HHSvxvdD74H7rRpKD3P25g/gC1BBFFPRCDLf5s/F+yAVhO/twHxxoH"
    "QB9gfpYPBD7GoNme8aUPn5HyGE4Q8RrBWOYBVL5R64esf7uVHUOsLZWTkbNCsyVBV2l8G9"
    "MNfvqV6KIztngxZDSohwknbeA3MbHnsdWY4y8FZ4LntgbM6SujXlb9DP26Ec9lTTFXLYGs"
    "Y1YXhCCeP97bl9ptpKJbNH0qGWsT5J2HWLtGht23d78trKTAyGK89sSQBMBKaod6vNRXD+"
    "jfQvhOkMKZbJPk02gZND/TPSvbyJBxtjsDEGG2NHwH4xfbQTzcRtkdobmgZGW55mgXBP0y"
    "Hc0xiE62nJPDtXQZpGMPngdQrE8pOH5RsKYHgBhj+RNc/gS7Aifx71e8ksD9JE1whlaqH/"
    "IlUxS0MNT/4xt6lT5//BVlRLoeYb/r5/HmEHl/Nou0ii3I+sBryDqEggavPAUZsQd7znuG"
    "MIg01nNYTBluCSu2DnmCx1FYtpHvPJo01a25xyD1u03NYZnXIJmcyJ56XAPNdaN7RHAy/5"
    "ITUa87w9I7yFyJvHN2jF8+zxJqleMZGlqTN2n1B23w3J5bfZTzW0Z5KQu3+gdyaAAb9zQ4"
    "A/812LPwAfAHwA8IGj4wPuvMwKDbjNG+E/lZ2DCdDLAaAXi3n7eTAAr30jmHtoBICffZvP"
    "+QlQHM73OQXfB3yfqiy5VfJ9JF35TBK3Id0nWz0dt2ZoZgeHteW+gbnQVty9mJIPiLkD/H"
    "xObwdxrhimxY/b5F0xTdESdxfYXIhNxpVbW2yJ12imJfkzZbwizX2RORH4LeC3gN9SAb8l"
    "b22TBlfs2X9hE90gc+VbHvZuKBrI4NPzLF5LdDYEvJbzKIP95SRhiaDYWKc63z5VdNNm7S"
    "KPNWP0NsXv7oH52ojx87Lbk4Zfk12Yy4Q9s8uv444UrRo91fSkULj0TcwNBWxh7n0LU8Wm"
    "JdtmobU6SgtpqFVessk3XWHdFZBzmBKkXGUpG+RZeyqaUx6gBClXWcqel/SQ/+iRGCmksO"
    "0phW3D2bhEIG8lnFcRG4WVOjigOyNLXbMItYZEBIqeJGB28UatbfCd4jeXDad9RiRvvCAu"
    "jMYUCBMWDx7AaGlbIl8EWRxCm2LDUMgMYYr890zXHJ+Lw3Z76C8Ro5tiVXXCO/kuZRSoC9"
    "X6CoA8vBlU+6qdGmwB+PeKrQ9/pmfFpzYUDcSn9h+6AFEhfsDCRaaIhYstIQsXUe5qOmdI"
    "4kZ6Oo9DRA3k9P5RbNfKKQC0RikBbG0VBFsdCy8P2LqhqAbYyl9ba7C1KrEH9kyxbrXEY9"
    "D8Z62t8Qe8laxqWQ8/k3Sd0NkPGlXXb9CfD2TOXOA/xa7/n3huEeNPcWgZ8y9McVNXmViQ"
    "89984D4JU7imRrHq3kO8I8c7YT7HmscU0MfEMOvDvTdn8WTTfvg3mYrp416WUkk5eB4f1F"
    "MGDws8rNp5WHAIeI0OAYdzkA+tGeEA9srwf5rXkd5QVFk9VcaLDtiMWTkcIGkgi99nYfH7"
    "dBa/T2Nxfg0eooNirIWViOOj5UEpNhSAUuwFpQjpdO4l55GGTwDC2LswPCw0STmlLwFhqg"
    "ofGnDULZeKQHMjYlnOvx5D5rxHrW3AnOk0KuEksN8Tt/IBFAJQCEAhqBVQc+0fyqzGqp3L"
    "APUJDm/yHGeHshTjBjKw00c8ZGCXYGp1ngm1Oro2XSRZW4GnWw0uwtvJhDfMEcNJyYrwoE"
    "tthfh7TVEBSlXmfjUoVXv8gDCPyrSYc4sYQ01RForvUpoaIpR9Z6821khTZ8RAU9swtYTC"
    "0WW/DKpNg4VYHXX72i3EKmnWofhdyXqVP3tZq2bUp39+U2ZuTAe/EIfieGoNrRQ2PG0LPW"
    "LdbCO+jjoxHA9EZeqQt+IqjWlH9hJqOvsRyLQUVUWaTmhcoZb+tpxxJN8gtgOUNCjpGinp"
    "oNPzLWl+/arMLpKl+q0S20ujv9Rr59t3/6M/yswaNLgN/A2L/a/vvv+fkqT7a/f6Ilpyjr"
    "MgxsB0HMRrD0BIBiBEx2tVwwkDNB0KCZDA/s9eIJKKmHQjZWnzksqza6Iq3BVMsu3ijbYa"
    "eabXnGd78va5jlESJiIzr0QRsRVeI0tjPqzfJ/sHlg/E+ICeiG4hmzIjCzFOeMc2zVoIm+"
    "jLAlumpOusEdFN1lPyyUvlvSqnsYenU431727lWfiJUHeFdznofgNrEKxBsAZrZw0KPZNn"
    "ufUJYOdhh52HsO7MM6/ClJWaV1AnJZapnHLuZnp1FJ8A6iVHw/SCtkeeGROkg7JCVZ4uYV"
    "szRzR9iA4iYXOZfzFvLyaPuDBylxMSrghzy6RNjzUTyN/eoHvpxObQWAyVFbqSRlfSdedY"
    "VYUk5u0mbzy7T1pb0283bfYa47fL1u1rcQJ3XELT3bvUEx3S4cz0Ix2agGie/fhjBkiTtU"
    "rFNMWzaJKYnofDbvMGcvf0bZbkGdYqvZzK21j6DHujldOHDZCAF1sncPjv/wdehwkE"
)
