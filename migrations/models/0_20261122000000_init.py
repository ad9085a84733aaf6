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
    "eJztXW1z4riy/iuqfLmzVezUJDOTzWVOnSonITPsJMABsrOzyxargACfGNnrlxDuOfvfry"
    "S/4FdiGwO201+CsdUy6ZZa3Y+6W/85WapTohhvB8S0tFuZPp400X9OKF4SdhF92EAnWNM2"
    "j/gNEz8oorXBm40V1k7cxw+GqeOJyR7NsGIQdmtKjIkua6asUk4wXBDEmyNzgU20xI/EYJ"
    "cEzWTdMJG6okT/hAieLJBhYt1EOtEUPGGNZBNZ1JQVpFKCVthAlkGmb/lLp+qEvVWm8z31"
    "b1H5L4uMTXVOWE86e8vvf7DbMp2SZ2K4X7XH8UwmyjTATHnKOxD3x+ZaE/cu5XmbmjeiLf"
    "/1D+OJqlhLummvrc2FSj0CmZr87pyw345Nwt9g6hbnLbUUxZGEy277x26a2L/SRzMlM2wp"
    "XEKc2v4Bm3sn43GnOxwPWsPx+CQiPZfCx3Dn1kSlXPLspxqCAXP+E37837Oz9+9/Onv3/v"
    "zi44effvp48e6CtRW/N/rop7/tH7Phlt2V4Fn7c7sz5D9IZcPLHnr8xt+CBpvYphLC2HB/"
    "ohPOrzE2o1K4Zk9MeUni5RCkDMlj6pC+dS/C0nFlsU087o2NfDYTZquAOurqzQ87iGYLl4"
    "ftu9ZgKN31ePdLw/hLEZyShi3+5EzcXYfuvjn/ISgWrxP0rT38gvhX9Fu30xKMVA1zros3"
    "btoNfzvhvwlbpjqm6mqMp35uuLfdW6zpRsCm+kjoeIGNRdw0o1hfx4s3SBcS78PaJMZBRV"
    "rMnNs2fW67lwGZ/iL1L9sdqf/9zZ306w8Bwd52O5/d9n55XX4ftiQx4Tb85yoyx+zykRUw"
    "tRy9VgExVGJ+8bVs9ujTp/zGA548rrA+HUeeqGdqUtvoo+XZMnwHUzwXQuLc5L/TtT/kOW"
    "1TyTTJUjNjDZRAg+1GCms6likbcqJxSkuly+yAGZYVMkW8gx9l2kATldkI7IZGdIQn4hvC"
    "1Pk+nTLWG+hhjcgT0ddI01VmWBhRG6XQnl+2Tv5zsuH5CVmyF3M63xLH25Nnjb+D/e+ebB"
    "yGO8PcnaInojHjnfgi1IGve+enFvgCsK3AtgLb6vC2lacogrK9WmA9Xq4eQUikjEEVtKbY"
    "yvQ8Vgidmwv29ezjhy2yZdbU1Rep/4a1Cgms4zw6s58FrSefrkzLYx9JDbl8nobJ58k8Ph"
    "csLosBY+LZLNZwEQ+2Gyxek5eslGROx9gF7ur/B8AXsMTCEgtLbJmU/16WWPGZgcFu+xry"
    "9/TsXQr+slaJ/BXPgvzVVSWBvy1qLQWP2+w3YTohEV67tGXm9Un3W6fVbyLxMaLS9V2700"
    "Tig3373OoM2Tf+MaK/tFvfeFP7M+zzp5HQ+7MUAnp/ligf/igoHg0bxkpllkw8RDpkbnb8"
    "PIgQlllIhawdrV+HgWXDZWs8QOo294nhimOmQfbLxpjZbvJTzBS5VNnoxzTBjPLThdFpRr"
    "gv1rsm1oHB6W73NsD6y3aYt/d3ly2mm4QcWCPZDFhQMeN9ssB0nst0SuiiVDYUANVhS0rB"
    "hjnewLxZhR5DDhsTZZN3Br9+MzAMF3KOamCH8uZrnyhYMDMqdr/LPrC7qu5M39x1BmcQjT"
    "L4BGAKjzV7IrohWLIj3658XVV2wmxn25KNCjwnOzLqzu6lpjxiyynRhUmz84jq8q6kSY0H"
    "lE5mFp3uyKa+6KS2HHqSyYppKk1X1dmOnOrh9ZJQs8e7qim/sCaPH8l6R0ZJmvyVrGvEor"
    "2D/67BkLQH4DMoXtgKGPvNmHSRC/Zi/qNM0YOurgyiv0UtHvXI1AuzwxabuEceHCnioT4h"
    "TJGqTEUApLFQVxThOWMYIkwdiWbOr4gPaNj3CzPGOdh8szckyLMms98AkQiwTQLbJNVw9k"
    "IWEdcgOeI8w5QQ6dlA+SI9NW50qZYxzi+MxC5ySqWcdsYhheIwMpfuC9OWSvsB4BXZKt6Y"
    "MBkFHaQEMZdazExFMss433z2UwJ6XQUpM/PTsP2/tPEJUcpcG7Mlk+0+ogAh0PKgLLYMjv"
    "AypsQormQuB6lqyOgP79IE3bBWiawWz4K89kMb6UEHP9XL0EMVOH0w9CGy8xiSRVQQN6pO"
    "5Dn9StaRGKgtO4wVFEISuspu63jlYWWB0cf+e/Y/EzuI40oaXEnXLRtdO0KUNqHTbUlmvs"
    "eN7XnwdJojv8zZPUQLzMQ3RaaKvi2waUia9skGQBV5ytiPVky86gqpM/T+HZIpOn+HDDtl"
    "TAClBkEcc40HZvfwjoxYrJPP5ogf8sKqrg8bgMa+XufFUSeZ7Y8gHVggGWecz5sJaNP0Ag"
    "jSgQCKMgEdvhZgBIp1mdkY0qbHigkkrTkYHItlMgjDMogxCmPElGwYrpzGY+dfTmccJjM8"
    "Nq1P/EDI6iuNtgAD6RUbSJBz5sFfF2nQr4tk8Osign09yjRGe6VLOHNpy8zok29fpOFA6v"
    "WayL0a0UH77v5WGnb7TeRdhl39NOIoPsHs33FrSfJQ/3fsUlKDPYviB7rGOJRJjXgE9eNu"
    "8eOWaQjTStgQelmRbKgPp0pOrtuDq26n07oatq5PMioVP20T+b+NqHPZ7nxuos21d58T+F"
    "pfSuyS3bI/y6GEbHHk2E2NENZv6hS/0+cwLX+GZWwHpbJmIWIhbNM+YMpTw0SB3KzyDtNC"
    "bEqZJW0sVEsRSYCUTGLm9tbE9SjxAbPXvTuVTV93+MYWJPZfGzlBgoQ+YNaVedb9pTMRTm"
    "Ps/eQSHT6SOpgth67NwdiXP6Y2Qgyzq8yzS5R3IE+EmnlrQ/iJQdZllrU44SGLE+gR1EGL"
    "7tv5E8waz4iDiqTfQwoRHm73+d2+OH2UvX/OxpxuWIgUtFjZtFjO+jahuMPQlMxS5CYY61"
    "hNtGV7JYSJZZjqkui7lrVxuqktm45WAaiS7Dp0CaBKMknUACqi+E9dGWTIS0sR8R3sf5XZ"
    "pJF3HVEDt8dru8M0xVsqw7pMMWCRenDJjO1SMlTZn5fZ64aBpa8LV06DKZ63OULmttS7ie"
    "FVipC5bFVv+DtEQsOcSWCF14gSwuvIqGjCFmvEhwZayUySlokwe7hCxgTTJpJagx/PPp7/"
    "+PnqroEeVIuKHAn/GTx8BYute3OYV8L5g6X2ziDU71W5aQFDWdbYhDTJc9xG2ZZSKEE6qE"
    "rTQPkKoDySdWwaRDLat6EocxRgTrzv9DwF3ncanjC+Av/nYbzPWYayLSI+IsgyyQ31Wdo0"
    "5+IRpCzV4gFIX3gJKVM21ysx2TIArVEvM0Xel+tCHi7r66iC21vO1055XD3WCxZDKuKMuo"
    "8a25xQzW60h3StbZnyBtGf5ImXJKsasotBsDuQLV9JddMAD/H1Lu+QDLbfA8j8vyzC5uTg"
    "uRDZAdM4To5gE+8jfm7G1I+lx21R/DzoduK57qcJayx5YqL/IkU29uYhnvxjZlFxcgR6sG"
    "TFlKnxlr/vn0cQCefRdpGEuR/STbyDsEimli62LMYJdmnimh4lzOVPlGx7w1nhz04//PTh"
    "4v35B29h9+5sW8+jDrnHJfYPJlS5ezl1LNJJiaPOTr507/tNxP+O6LX0vYnYnxH91mp9bS"
    "L+d0Tvup3hlyYSHyP6vSWx9vxveKckzfqwh+MPdW5L42X8dNhm5YYpAcfKjWNNLF0ndLLO"
    "YgX5aWpoCb1PM9CTx3lkmPvcxJQa309Sm1jMwjQ9nNt54MQnwLqTxzbz86ddqqxPvJihij"
    "rH0YinANiVfnEOgWSwNO8EfkfkERVG9mq2m54qJoi0YHZwDGYtYOZzKnQ82zVw+5r3URqv"
    "obpho1XhT6bQx4zbJu7Mja2F7E3qbXWQRaMDb5sEDS/YNanBOtWAXRPYNYFdE9g1qdWuCU"
    "A1ANUAVFO6tRegmkYUqsmVj+wPm8rvsfkitCo2Bo7itHn5yDFemz9XOdltCyRGv5xqdS+4"
    "jR7W6I0T1ddAijz9oSmO8tZYPypFK52tW3TOM5vMlcrPlVEtnf305QN7jmRD3PVeHE2u2t"
    "dLYiuo+4I5Fe40bvM2Q6G3ou4qeJngZYKXWeY1LeplKtlSh5Ta5g1B9epqVa+eLOJ00pZw"
    "ikWsJoKhGzt0dXUmK2ScFYMK09UAHTkAEqVgOrccUz+1IvbR1E9dnKZRF6fJ6uI0oi5kY+"
    "yybDxZqAaJy+d8ASyJ6QBK+2aATahqZqru6ravgRY5NMb6oKiTx1x2e5ASKuSV2XgXsko8"
    "8yF5YoXp6rCAHHqGqRr3blUrTzndMC3MsjLPMkD7k622eqH9Za1JcGwplyEwE06YLbTaQJ"
    "/Nj377apguQhOKoUIx1CpHtVaGQfvcIb0jUxnfyIIhkS3SzcPGtj3SJW825hhfyl1SCRkm"
    "U9BTxGneorZpIC5DsSu5IGIXU2b3RL03ZCzUVQNRwhSE7ylaYfYIy6I+5AI/keg26d7eEr"
    "tPKt7Fnz6S9fZdUmOBzz6ew8ZoNa2RBmyMvl6vz5vkaRF5j6CGO0zFF1XkqjMDc53mNWTt"
    "2bs0O0qsVSJzxbPIIXomP6xJMCoDm8N0NeT3aSp+n27h92mU39ywGBvy/2U8EChABlBBxs"
    "XZf16nMLNieJ9cfnhDA6WHGyhf6WGN6BOimRZWxgtsLLIJIIY4pySqg33vSxC5gjXqHamx"
    "l3XVxs/yWP1BStjwKZvpnyvQ39IUFU93hvmmMr4XPVVW7OWCQ6vII01X1dnOGSPrJbPee7"
    "yr6howRwBFndmXBItuJudLwKhPIbwMjQ4XBOnyfGFyxLF3PxRAJF+U2cWEfEJ4ZhKd/4dG"
    "Q+CU4pHJT9uZsB8ZBUEL6C8W7jTVR0JtGy0MdgI4CeAkgJOHByd9UzJmmiX7XEE6cHwbeR"
    "1fS2dNErytlwug+sjLjLCdsIE6kD63msi5GNFev9u9aSLxEV6AjpQHghUl22HnG4oyMz+n"
    "21v8ceeAJR8BS1bkZVx95RfBZI8O0OTcaDKAaYcB08izJrM1NoeVGqQslZUKaFrYVrU946"
    "wOoZ+qRoX4jxtDK5galUPmCNpAsFi15JA2dNY//gKBs+wHoM797e22wNm91jnxx8/G1ToJ"
    "xdduqXcSDuo9XK1KBRvm2IGFHS2+Y5VKrnF8L3CrnTgSLLZzNj1MS3As/H9AoF8lVWYDsL"
    "TXa59sZnMeKGdDfUCjX7oatn9pZTT9Haomsj9H9JvUHrY7n8c96ftdqzNsotCNEb3q3vVu"
    "W8PWdRN5lyMqXUqdayYMdte7LAcWhKmxIjqbcg8JwYUvyzPUxSGF2s4s0DaTQHtEv9zfSZ"
    "0mEh8j2pPuB1w29mdJBCOP2Yy1lrm8vQgxRE+UWZ9ik8N+sfVdU05BfwclTk0/kQZfW9fj"
    "m25/7MzA0I0RvbntdtlUFB8jyjh72xpfSldfb7ufmyjwdUSH9/3O+EZq3/LJ6/vC6Fqda+"
    "+J74sDx48dve3A8u7Xcsx87mHEjoVtFqyPqDbVfg8MYi4JtaJMTz6W0m1fjiMp+WtrcyRl"
    "jLObZfmLIS+VLwErYHgFFBLzEIgdJZ/QD9hAZR4BE0U18mEGfkKQcZllDAVCjmziYMOQ55"
    "TNFiakzEKI0MImU145hLD29EIIEcJUKGqfD2rl7KlWTtywL4DL/vMJasre0FyPPywyQbsX"
    "wOGBiWdpciJKptBTD97IcpZ5z/o4x3FWZThDeaesTDItfddSYUPWRV3ZA9WvDpzoZWukmI"
    "AZT1UlR8psNOLLWV3cYhLpVZquznW8RBzFQYa1XJIpsjRxSA976q6Hn5BKlTXCrJlJdOSo"
    "Fn6GD2sl6wZiXJrJ+tJAshlN+dr3yzKG9fgjioqJvIGgGAiKgaCYw4NbzhF22Q8ACdHVMe"
    "ljH0eA/GVhaspmTNhKokbzk9QJOinsWFT2f5ljvIxHQratFSHCOjH34NCgrhM6yVTqzU9T"
    "Q/XxPk2ERXKARVhx8PjD3HmoHvEBw9x6/W6v6wamZQi2celElIu44vGJnZt2/86OT3QuR7"
    "Tf6t1KV/ymezWirV977T6/5VyM6HXr6rYtghjdq7B1fZyAGWbJa/YeIC/X4O36ZrV3t3YD"
    "Gi23RoOktVdh/8Z4shn2taLEMONyzzjXpcisAQN0sL1b0N7iJJRftuvWVz2Pg2iEt7+iKu"
    "HlLTBtcwL8jlxOf5Z8yYZ8Wv4GJ/t+EzZDIH4yht+lZKiyP8Uh+RWRzt8ZsXl3Kyy2AJu3"
    "S7at+NpmQ+5wSazFo92HTGL1EpwL7JPv+e3aJSD+gPgD4n94j2fKnNPJLmlbgQ7KDNyx0X"
    "7Zve9cN5FzMaLd+6Fzy70qBxjEJLZQE4qbpUik86hLLY6r+8Gwe9fqN5F7NaLSYNBmI5pn"
    "JXuXIoHu5kYkzt3cjGjvC5sKTSQ+RCrc5750J+BBflEOAT4yXuUVn0tbauHxw3KbiP8d0f"
    "adKBYoPkb0unt1b+eVu1dMrPfX7S4TKf8Y0V/a1y32TXxw4bavvvJR4FyM6G33Shq2u50m"
    "cq8E5DuUroYC8OUXHO7lCe28lXs1ovedwX2v1+2L1HXfl3IMiqph9jmGRb911Wr/YmPw9t"
    "WI/uu+dc/v2J92WqtIW3UuxJ2h+Drk+PwtI+vbAL1zKYQt+pTYtZsR6ybDSnfMtLnv3g/Y"
    "AHMvWT9t5ln3r0U/7mU5hsFkEWdMbdkYW8SaUKUSfM5NsYs0W+oXyTvqF5EN9ZUTuB4LGy"
    "bzOERW4uzz3NELF6miFy62RC9cRKMXVG7h5+R5PDWwPhXrTeY6R5k9ZHfjme22r0GJym3e"
    "F7NHAo5XJI87UPbZbR5O7g4f/mJiWYkyOzmpfkMBafXbxZEjrV42xgYxTYXE4UKqqhBME4"
    "ChAGG4CDqj3JdIvDsHLoLe7d4GuH/ZDo/2+7vLFlM9QhSskWwm7MUx1mm6itmweoo76u4F"
    "rgdIge8Z+M7PJR7zUzzGGc/NjBDWcVndQzzmjOltK9v5rz6S+jF5LwWgDV4ePjug7CODCg"
    "mlhpSJwpS9nve8vAAtSLrMktYJziNkHxnIt8zyJVM53+ZfgBBkXGYZ6+RJfcwl5CAlSLnM"
    "UoaqRcdOiYHI4tKIAgoXHVsEcDjM8Xhv8Jo4mXnvpwLe5+W9GymZifU+IuB8QekMUCoNSq"
    "WVjL2ZS6VBSs7BUnLgBLUiT1CLWCMFcLbmlf785lcKrppOCbUdmZqyEltFeeqzq3Yom6jp"
    "qjrbsaJbD6+XhJo93lV9+L3Xum5iaMYkjrlDNjlrzKtQ+HJRty4lyD4ZyimWhnjFTT5rzC"
    "ZaLeTJwi2mxkunIb6v0UA8oI1/m8rTt2jIaOYKo0IP6nO0kNs+XnD0dDZI5YJULkjlOgLG"
    "755ht5LNRVTGySEsEcIahpoXH8c/k6lsLHJNqBBpqWYU7J1Fd0gnqh6zdCUHAG8oIAA4IO"
    "UiAoBhJ62soCoAUnsFpNJ4o4euUQ+uqFvFJcYX9cq7JDujm3rwxRYw+Z0JafnArv/Y5vtt"
    "TrGuUAWTvddf8RUVAje4kmtUA9zg12uuO4ovItxk/3dDUUPH9+xDmgyOD8kJHB+i+Rv6kz"
    "zJXiQ+TFdDZu8lKQmK8h+W3wbFmrFQY9aHZI/fTwM+f+E+P9T0P3roGhxVgQo/qsJUTazk"
    "GtdhyjqxFw6rOPayuofDKqwYSCp95Sub+pDHVdi1qTKuny5ZE/Xc2lY96TuvgTYe3F/etY"
    "eiMFnkFq9v9XPramjXzbKvOGVbNG6LEy/ueretoX3ihXPJqW7uO9c2lX3FWkqdq9atKJDl"
    "XZ7kGQKF75fx+hvy0lKEqKLK7qXSHX5SKCKRoYhEiY6uKCdaXAvUQydLzsV8eZwBUpBzme"
    "Ws8cou2WXsIwP5llm+ljbNCU8HKUsFTxdko/Lwxy5V1ifewcoVFXvkWGhIzz62EwhBJaUR"
    "BaRnH1sEcPbWcfkvDp7PzH0/VSG8fyXRApAmnMXKhjTh47J3W5pwAn8hLHMPYZnxvIaz+w"
    "51dp9fSZsiOC+6WGYIeRWxmtKkZoM6BBHOLDrdkU990UldWXSEZN7K8CkaQh0yWKNsc0/C"
    "TKnyrt1eqmSnplV3fus8jbLbPSTd0WZJgekbZfdCePrYp2DT5UwbJtF4QjOmSPTQQCtdNk"
    "1CkUxFljPrgxp2t+w7NpGpqo9INj8hStiqiyYLTNk/hsQp9pwdRnzu9L5elDGH2mYTJE9X"
    "2w9sIIgaf7X7LkxH7HDioktc5lig2AMXg0crSr32+GvrexM5F2U9XhFrMj/YIvt2SYAO8M"
    "m8+ORMV5fj3aK6Ql2U+OgMCOraMhOZRt1tHAQ6KLX6hGGQPAyYjWPEgYvJB9JtKOBIusxH"
    "0vn9jfSrn58KNkdzL35QP/mwvN+yPae6CfY7Yu1eon7FJkBa7Mk/818udgolOVMxNUVJzu"
    "Tdi33Wo3Ag+hjcbwPeJ0N+vl2CYktSAIAGABoAaPUF0HJkMUL+IuQvViB/kS2JhLMrU/WF"
    "AFENebyX0guAIxwUR4BND9j0AOwh5ToLoBuAbq+G9wC6vbRIA+gGoJsPdHOiPq9UOpPnJz"
    "HYW7BBYxsEp9lNOTdY2wxxdyu8RqaKGP1b9M05JWShsp/PTw6ZLIghYuLcDAK0YkMUzVT7"
    "Ij7AbuceMwKBsiGiDZ/ECA94qaohi38VsMFKLigNwAZfLza4ZHNfjZli6RzNDXWpPc2WNP"
    "jek9oDqYm8yxH9WfrtN7bgf2ki92pEL6XO1/GwL3UGN9wxDXwd0e7wC78rPsrheTJOEiUL"
    "9uURlFlgOXGvizSw10Uy6nURAb0AwN03gMvMF5Knfq6fqoZc3guE66b/Zi/DHaWsIc/P05"
    "TjPk8ux30eKcf9gOlj5rEdIKoBcr5vHS3zt1lJiabJ2xNhuhqw+tCbFJ7nF2F7ch0SH8nh"
    "QNd3+xrbBVcdDvjYIZ/3hSqcG7oDluB0HeLKVuCEmm7JY7teNd0isPlRwUg7BT0Zi/RS1F"
    "+GIjeJ8ZUMCgyd8OSdUQ9gIoCJACaWWa1GwcQKVpP3ssEy2uQnvswyX0aZ1Ov1u7/wm+5V"
    "fJbZ4L7X6g9a1za5e10OTBEivQ7qROnkSSarnOXBA6RQPrrMylGRHxnvjdzq0U9f5pzsgX"
    "TXGt+0b1tMs7mXTOHxy177anjfdx8438qh9DBnb/YAPh8VRDHljSDzbP5MvPdTQfjeDswX"
    "B0rnYL+fDgY/xK5WkPmOAZWd/yFCGP4QwVriCFaxVBbA1Tvez42sVBHOTstZv1mRoqqwsw"
    "wWwlyvp2opjvSc9VsMCSHCcdq5AObWPPY6tByl4K3wXApgbMaSuhXlr9/P26Ec9kTVZHLY"
    "GsYVYXhMCePi9ty+UnWlkOmctKipr09idt1CLRrb9t0e3bZjJgbdkWe6JAAmAkPUu1VnIj"
    "j/RvoXwnSKZNNgnwabwPGh/inpXt7Eg40x2BiDjbEjYL+Yzq1YM3FbpPaGpobRlqdpINzT"
    "ZAj3NALhuloyy86Vn6YWTD54nQKx/GRh+YYCGJ6D4Y9kzTP4YqzInwfdTjzL/TThNUKemO"
    "i/SJGNvaGGJ/+YWdSu8/9gyYopU+Mtf98/j7CDy3m0XSRh7odWA95BWCQQtXngqE2IOy44"
    "7hjCYJNZDWGwe3DJHbBzSJaagsU0j/jk4SaNbU65iy2aTuuUTrmEDObE81Jgrmut6epcx0"
    "t+SI3KPG/XCG8g8nb+Fq14nj3eJNXLBjJVZcruE8ruOyG5/Db7qbr6RGJy9w/0zhgw4Hdu"
    "CPBnnmvxB+ADgA8APnB0fMCZl2mhAad5LfynfedgAvRyAOjFZN5+FgzAbV8L5h4aAeBn32"
    "ZzfnwUh/N9TsH3Ad+nLEtumXwfSZO/kthtSOfJVk/HqRma2sFhbblvYCzUFXcvJuQTYu4A"
    "P5/T3UGcybph8uM2eVdMUzTE3QU2FmKTceXUFlviNZqqcf7MPl6R5L6MORH4LeC3gN9SAr"
    "8la22TGlfsKb6wiaaTmfychb0bihoy+PQ8jdcSng0+r+U8zGBvOYlZIijW14nOt0cV3rRZ"
    "O8hjxRi9TfE7e2CeNmL8vGx3pP73eBfmMmbP7PL7sCWFq0ZPVC0uFC55E3NDAVuYhW9hKt"
    "gwx5aRa60O00IaapmXbPKsyay7HHIOUoKUyyxlnTypj3lzyn2UIOUyS9n1kh6yHz0SIYUU"
    "toJS2DacjUoE8laCeRWRUViqgwPaU7LUVJNQs09EoOhJDGYXbdTYBt/JXvOxbrdPieQNF8"
    "SB0ZgCYcLiwQMYLS1T5Isgk0NoE6zrMpkiTJH3nsma43NR2K6A/mIxuglWFDu8k+9ShoG6"
    "QK0vH8jDm0G1r8qpwQaAf6/Y+vBmelp8akNRQ3yq+NAFiArxAhYuUkUsXGwJWbgIc1fVOE"
    "NiN9KTeRwgqiGni0exHSsnB9AapgSwtZETbLUtvCxg64aiHGArf22lwdayxB5YU9m8VWOP"
    "QfOeNbbGH/BWY0VNe/iZpGmETn9UqbJ+i/58IDPmAv8pdv3/xDOT6H+KQ8uYf2GIm5rCxI"
    "Ls/+YT90mYwjVUihXnHuId2d4J8znWPKaAzmPDrA/33ozFkw3r4d9kIqaPc7mXSsr+8/ig"
    "njJ4WOBhVc7DgkPAK3QIOJyDfGjNCAewl4b/k6yO9IaizOqpNF60z2ZMy2EfSQ1Z/CENiz"
    "8ks/hDEouza/AAHRRjza1EbB8tC0qxoQCUohCUIqDTuZecRRoeAQijcGG4WGicckpeAoJU"
    "JT404KhbLiWB5gbENO1/PYLMuY8a24A5w260h5PAfo/dygdQCEAhAIWgVkDFtX8gsxorVi"
    "YD1CM4vMlznB3KvRg3kIGdPOIhA3sPplbriVCzpamTRZy15Xu61eAivN2Y8IYZYjgpWREe"
    "dKmuEH+vISpAKfLMqwalqPNPCPOoTJM5t4gx1BBlofgupaEiQtl39mp9jVRlSnQ0sXRDjS"
    "kcve+XQbVpsBDLo25fu4VYJs3aF78rXq/yZy9r1ZT69M9neerEdPALcSiOq9bQSmbD0zLR"
    "HGtGE/F11I7heCAKU4e8FVdpTDuyl1DD3o9AhikrClI1QqMKde9vyxhH8gyxHaCkQUlXSE"
    "n7nZ7nuPn1qzy9iJfqcym2lwZ/Kdf2tzf/o83HzBrUuQ38jMX+15sf/mdP0v21fX0RLjnH"
    "WRBhYDIO4rYHICQFEKLhtaLimAGaDIX4SGD/pxCIpCQm3UBeWryk8vSaKDJ3BeNsu2ijrU"
    "ae4Tbn2Z68faZjlISJyMwrUURshdfIVJkP6/XJ/oHlA9E/oUeimciizMhCjBPusU3TBsIG"
    "+rbApiFpGmtENIP1FH/y0v5eldHYw5OJyvp3tvJM/Eios8I7HHS+gTUI1iBYg5WzBoWeyb"
    "LcegSw87DDzkNQd2aZV0HKUs0rqJMSyVROOHczuTqKRwD1ksNhen7bI8uM8dNBWaEyT5eg"
    "rZkhmj5AB5Gwmcy/iLcXkUdUGJnLCQlXhLll0qbHignkb3fQvXRic2AsBsoKXUmDK+m6da"
    "yqQhLzduM3np0nja3pt5s2hcb47bJ1+1qcwB2X0GT3LvFEh2Q4M/lIhzogmmcfP6aANFmr"
    "RExTPAsniWlZOOw0ryF3T9+lSZ5hrZLLqbyLpM+wN5oZfVgfCXixVQKH//5/WyjljA=="
)
