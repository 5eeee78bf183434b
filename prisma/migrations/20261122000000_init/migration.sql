-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "action_state" AS ENUM ('OPEN', 'DOING', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "area" AS ENUM ('NETWORKING', 'SERVICES', 'INFRASTRUCTURE');

-- CreateEnum
CREATE TYPE "probe_kind" AS ENUM ('DNS', 'TCP', 'TLS', 'HTTP', 'LATENCY', 'KNOWN_GOOD', 'BACKUP_AGE', 'REPLICATION_LAG');

-- CreateEnum
CREATE TYPE "check_state" AS ENUM ('PENDING', 'RUNNING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED');

-- CreateEnum
CREATE TYPE "finding_state" AS ENUM ('SUSPECTED', 'CONFIRMED', 'RULED_OUT');

-- CreateEnum
CREATE TYPE "delivery_channel" AS ENUM ('EMAIL', 'WEBHOOK', 'BROWSER');

-- CreateEnum
CREATE TYPE "recipient_kind" AS ENUM ('REPORTER', 'SUBSCRIBER', 'MEMBER', 'INVITED');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('PENDING', 'SENT', 'RETRY', 'DEAD', 'SUPPRESSED');

-- CreateEnum
CREATE TYPE "attempt_outcome" AS ENUM ('SENT', 'REFUSED_FOR_NOW', 'REFUSED', 'NO_ANSWER');

-- CreateEnum
CREATE TYPE "suppression_reason" AS ENUM ('UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED', 'BY_HAND');

-- CreateEnum
CREATE TYPE "incident_stage" AS ENUM ('TRIAGED', 'INVESTIGATING', 'ACTING', 'MONITORING', 'RESOLVED', 'CLOSED');

-- CreateEnum
CREATE TYPE "incident_role_kind" AS ENUM ('MANAGER', 'COMMUNICATIONS', 'SCRIBE', 'RESOLVER');

-- CreateEnum
CREATE TYPE "promise_state" AS ENUM ('OPEN', 'KEPT', 'MISSED', 'MOVED');

-- CreateEnum
CREATE TYPE "clock_kind" AS ENUM ('ACKNOWLEDGE', 'FIRST_UPDATE', 'UPDATE', 'RESTORE');

-- CreateEnum
CREATE TYPE "cause_kind" AS ENUM ('NONE_FOUND', 'PROBLEM', 'NOT_LOOKED_AT');

-- CreateEnum
CREATE TYPE "maintenance_state" AS ENUM ('SCHEDULED', 'IN_PROGRESS', 'VERIFYING', 'COMPLETED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN');

-- CreateEnum
CREATE TYPE "monitor_state" AS ENUM ('UNKNOWN', 'UP', 'DOWN');

-- CreateEnum
CREATE TYPE "rollup_period" AS ENUM ('HOUR', 'DAY');

-- CreateEnum
CREATE TYPE "alert_source_kind" AS ENUM ('ALERTMANAGER', 'GRAFANA', 'PAGERDUTY', 'OTHER');

-- CreateEnum
CREATE TYPE "alert_state" AS ENUM ('FIRING', 'RESOLVED');

-- CreateEnum
CREATE TYPE "plan_kind" AS ENUM ('SWITCHOVER', 'FAILOVER', 'REBUILD', 'FAILBACK');

-- CreateEnum
CREATE TYPE "run_mode" AS ENUM ('LIVE', 'DRILL');

-- CreateEnum
CREATE TYPE "problem_state" AS ENUM ('SUSPECTED', 'CONFIRMED', 'RULED_OUT', 'FIXED');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('CRITICAL', 'SEVERE', 'MODERATE', 'TRIVIAL');

-- CreateEnum
CREATE TYPE "report_channel" AS ENUM ('BROWSER', 'EMAIL', 'API', 'ALERT', 'PHONE');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('NEW', 'WAITING_FOR_REPORTER', 'LINKED', 'DECLINED', 'DUPLICATE', 'FIXED_ASKED', 'CONFIRMED', 'STILL_BROKEN');

-- CreateEnum
CREATE TYPE "since_precision" AS ENUM ('MINUTE', 'HOUR', 'DAY', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "report_token_purpose" AS ENUM ('TRACK', 'CONFIRM_ADDRESS');

-- CreateEnum
CREATE TYPE "message_author" AS ENUM ('REPORTER', 'PROVIDER', 'SYSTEM');

-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('BROWSER', 'EMAIL');

-- CreateEnum
CREATE TYPE "report_answer_kind" AS ENUM ('WORKS', 'PARTLY', 'NOT_YET');

-- CreateEnum
CREATE TYPE "handling_rating" AS ENUM ('WELL', 'FAIR', 'BADLY');

-- CreateEnum
CREATE TYPE "resource_kind" AS ENUM ('PERSON', 'TEAM', 'EQUIPMENT', 'VENDOR');

-- CreateEnum
CREATE TYPE "aspect" AS ENUM ('NETWORKING', 'SERVICES', 'INFRASTRUCTURE', 'RECOVERY', 'COMMUNICATION', 'ACTION');

-- CreateEnum
CREATE TYPE "allocation_state" AS ENUM ('REQUESTED', 'ACCEPTED', 'REFUSED', 'ACTIVE', 'RELEASED');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('DRAFT', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "follow_up_state" AS ENUM ('OPEN', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "run_state" AS ENUM ('PRECHECK', 'RUNNING', 'PAUSED', 'WAITING', 'VERIFIED', 'FAILED', 'ABORTED');

-- CreateEnum
CREATE TYPE "waiting_for" AS ENUM ('PERSON', 'APPROVAL', 'CALL_BACK');

-- CreateEnum
CREATE TYPE "step_kind" AS ENUM ('MANUAL', 'AUTOMATED', 'CHECK', 'VERIFICATION', 'APPROVAL', 'ANNOUNCEMENT', 'WAIT');

-- CreateEnum
CREATE TYPE "step_state" AS ENUM ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "attempt_state" AS ENUM ('PREPARED', 'SENT', 'ANSWERED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "drill_kind" AS ENUM ('TABLETOP', 'FUNCTIONAL', 'FULL');

-- CreateEnum
CREATE TYPE "drill_state" AS ENUM ('BOOKED', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('PUBLIC', 'INTERNAL');

-- CreateEnum
CREATE TYPE "server_role" AS ENUM ('PRIMARY', 'SECONDARY', 'CLUSTER_MEMBER', 'BACKUP');

-- CreateEnum
CREATE TYPE "service_status" AS ENUM ('OPERATIONAL', 'DEGRADED', 'PARTIAL_OUTAGE', 'MAJOR_OUTAGE', 'MAINTENANCE');

-- CreateEnum
CREATE TYPE "subscriber_kind" AS ENUM ('EMAIL', 'WEBHOOK');

-- CreateEnum
CREATE TYPE "subscriber_state" AS ENUM ('PENDING', 'CONFIRMED', 'UNSUBSCRIBED');

-- CreateEnum
CREATE TYPE "suite_run_state" AS ENUM ('RUNNING', 'PASSED', 'FAILED', 'ABORTED');

-- CreateEnum
CREATE TYPE "case_outcome" AS ENUM ('MATCH', 'DIFFER', 'SLOW', 'ERROR', 'EXPLAINED');

-- CreateEnum
CREATE TYPE "update_audience" AS ENUM ('PUBLIC', 'REPORTERS', 'INTERNAL');

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "state" "action_state" NOT NULL DEFAULT 'OPEN',
    "owner_id" UUID,
    "finding_id" UUID,
    "blocked_by_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "drop_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_template" (
    "id" UUID NOT NULL,
    "service_id" UUID,
    "area" "area" NOT NULL,
    "name" TEXT NOT NULL,
    "instruction" TEXT NOT NULL DEFAULT '',
    "probe_kind" "probe_kind",
    "probe" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "check_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "template_id" UUID,
    "service_id" UUID,
    "server_id" UUID,
    "area" "area" NOT NULL,
    "name" TEXT NOT NULL,
    "instruction" TEXT NOT NULL DEFAULT '',
    "probe_kind" "probe_kind",
    "probe" JSONB,
    "state" "check_state" NOT NULL DEFAULT 'PENDING',
    "note" TEXT,
    "assignee_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "finished_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_result" (
    "id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "outcome" "check_state" NOT NULL,
    "sentence" TEXT NOT NULL,
    "timings" JSONB,
    "evidence" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "incident_id" UUID,
    "check_id" UUID,
    "service_id" UUID,
    "server_id" UUID,
    "dataset_id" UUID,
    "area" "area" NOT NULL,
    "sentence" TEXT NOT NULL,
    "state" "finding_state" NOT NULL DEFAULT 'SUSPECTED',
    "by_id" UUID,
    "confirmed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "settled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "interval_minutes" INTEGER,
    "rpo_minutes" INTEGER,
    "system" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "keep_days" INTEGER,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "checksum" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "api_key_id" UUID,
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "verified_at" TIMESTAMPTZ(3),
    "missing_at" TIMESTAMPTZ(3),

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_snapshot" (
    "run_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "gate" JSONB NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "override_reason" TEXT,
    "overridden_by_id" UUID,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "restored_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_snapshot_pkey" PRIMARY KEY ("run_id","snapshot_id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "event_id" UUID,
    "channel" "delivery_channel" NOT NULL,
    "mode" "run_mode" NOT NULL DEFAULT 'LIVE',
    "purpose" TEXT NOT NULL,
    "recipient_kind" "recipient_kind" NOT NULL,
    "recipient_id" UUID NOT NULL,
    "recipient_name" TEXT,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content_id" UUID,
    "variables" JSONB,
    "headers" JSONB,
    "payload" JSONB,
    "incident_id" UUID,
    "maintenance_id" UUID,
    "report_id" UUID,
    "update_id" UUID,
    "state" "delivery_state" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) DEFAULT now(),
    "claimed_by" TEXT,
    "claimed_until" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "last_error" TEXT,
    "suppress_reason" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_attempt" (
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" "attempt_outcome" NOT NULL,
    "code" TEXT,
    "answer" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateTable
CREATE TABLE "mail_content" (
    "id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "mail_content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "channel" "delivery_channel" NOT NULL,
    "address" TEXT NOT NULL,
    "reason" "suppression_reason" NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("channel","address")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "severity" "severity" NOT NULL,
    "stage" "incident_stage" NOT NULL DEFAULT 'TRIAGED',
    "visibility" "visibility" NOT NULL DEFAULT 'PUBLIC',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "declared_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "first_update_at" TIMESTAMPTZ(3),
    "mitigated_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "previous_incident_id" UUID,
    "next_update_at" TIMESTAMPTZ(3),
    "next_update_zone" TEXT,
    "restore_target_at" TIMESTAMPTZ(3),
    "restore_target_minutes" INTEGER,
    "rto_at" TIMESTAMPTZ(3),
    "rto_minutes" INTEGER,
    "rto_service_id" UUID,
    "settings_version" INTEGER NOT NULL,
    "cause_kind" "cause_kind",
    "cause_reason" TEXT,
    "problem_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_service" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "status" "service_status" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "incident_service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_role" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "kind" "incident_role_kind" NOT NULL,
    "member_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "incident_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_note" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "member_id" UUID,
    "body" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "reasoning" TEXT NOT NULL,
    "not_chosen" TEXT[],
    "comparison" JSONB,
    "member_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promise_record" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "state" "promise_state" NOT NULL DEFAULT 'OPEN',
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,
    "missed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "kept_by_update_id" UUID,
    "move_reason" TEXT,

    CONSTRAINT "promise_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" UUID NOT NULL,
    "incident_id" UUID,
    "report_id" UUID,
    "kind" "clock_kind" NOT NULL,
    "severity" "severity" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "at_risk_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "paused_seconds" INTEGER NOT NULL DEFAULT 0,
    "warned_at" TIMESTAMPTZ(3),
    "missed_at" TIMESTAMPTZ(3),

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maintenance" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" "maintenance_state" NOT NULL DEFAULT 'SCHEDULED',
    "visibility" "visibility" NOT NULL DEFAULT 'PUBLIC',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "maintenance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maintenance_service" (
    "maintenance_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "maintenance_service_pkey" PRIMARY KEY ("maintenance_id","service_id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "password_hash" TEXT,
    "knows" TEXT[],
    "capacity" SMALLINT NOT NULL DEFAULT 1,
    "capacity_until" TIMESTAMPTZ(3),
    "time_zone" TEXT,
    "last_signed_in_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "address_block" BYTEA,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "member_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" "member_role" NOT NULL,
    "invited_by_id" UUID,
    "member_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lead_id" UUID,
    "capacity" SMALLINT NOT NULL DEFAULT 1,
    "hours" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "team_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("team_id","member_id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitor" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "probe_kind" NOT NULL,
    "config" JSONB NOT NULL,
    "interval_seconds" INTEGER NOT NULL DEFAULT 30,
    "timeout_ms" INTEGER NOT NULL DEFAULT 10000,
    "confirmations" SMALLINT NOT NULL DEFAULT 2,
    "raises_reports" BOOLEAN NOT NULL DEFAULT true,
    "state" "monitor_state" NOT NULL DEFAULT 'UNKNOWN',
    "state_since" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "last_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "monitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "probe_result" (
    "monitor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "dns_ms" INTEGER,
    "connect_ms" INTEGER,
    "tls_ms" INTEGER,
    "first_byte_ms" INTEGER,
    "total_ms" INTEGER NOT NULL,
    "sentence" TEXT,

    CONSTRAINT "probe_result_pkey" PRIMARY KEY ("monitor_id","at")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "probe_rollup" (
    "monitor_id" UUID NOT NULL,
    "period" "rollup_period" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "p50_ms" INTEGER,
    "p95_ms" INTEGER,
    "max_ms" INTEGER,

    CONSTRAINT "probe_rollup_pkey" PRIMARY KEY ("monitor_id","period","starts_at")
);

-- CreateTable
CREATE TABLE "alert_source" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "alert_source_kind" NOT NULL,
    "service_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "rules" JSONB,
    "last_received_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "source_id" UUID,
    "monitor_id" UUID,
    "fingerprint" TEXT NOT NULL,
    "state" "alert_state" NOT NULL,
    "labels" JSONB NOT NULL,
    "annotations" JSONB,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "report_id" UUID,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "kind" "plan_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "draft" JSONB,
    "draft_by_id" UUID,
    "draft_saved_at" TIMESTAMPTZ(3),
    "published" INTEGER,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "checksum" BYTEA NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "v" SMALLINT NOT NULL,
    "data" JSONB NOT NULL,
    "mode" "run_mode" NOT NULL DEFAULT 'LIVE',
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "request_id" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_subject" (
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "event_subject_pkey" PRIMARY KEY ("event_id","kind","subject_id")
);

-- CreateTable
CREATE TABLE "event_position" (
    "position" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "chain_hash" BYTEA NOT NULL,

    CONSTRAINT "event_position_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "event_inbox" (
    "id" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "event_inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "fence" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "consumer_cursor" (
    "name" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consumer_cursor_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "consumer_failure" (
    "consumer" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consumer_failure_pkey" PRIMARY KEY ("consumer","position")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "bucket" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("bucket","starts_at")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "secret_check" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" "problem_state" NOT NULL DEFAULT 'SUSPECTED',
    "service_id" UUID,
    "owner_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "fixed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pattern" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "observed" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "chance" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,
    "problem_id" UUID,
    "dismissed_by_id" UUID,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismiss_reason" TEXT,
    "window_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "pattern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "channel" "report_channel" NOT NULL,
    "source" TEXT NOT NULL,
    "client_key" TEXT NOT NULL,
    "service_id" UUID,
    "component_id" UUID,
    "state" "report_state" NOT NULL DEFAULT 'NEW',
    "claimed_severity" "severity" NOT NULL,
    "slow" BOOLEAN NOT NULL DEFAULT false,
    "suggested_severity" "severity",
    "suggested_reasons" JSONB,
    "assessed_severity" "severity",
    "incident_id" UUID,
    "merged_into_id" UUID,
    "title" TEXT,
    "description" TEXT NOT NULL,
    "since_text" TEXT,
    "since_at" TIMESTAMPTZ(3),
    "since_precision" "since_precision" NOT NULL DEFAULT 'UNKNOWN',
    "affected_count" INTEGER,
    "affected_text" TEXT,
    "affected_where" TEXT,
    "reporter_name" TEXT,
    "reporter_email" TEXT,
    "wants_updates" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "member_id" UUID,
    "entered_by_id" UUID,
    "client_facts" JSONB,
    "address_block" BYTEA,
    "assignee_id" UUID,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "held_at" TIMESTAMPTZ(3),
    "fixed_asked_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "redacted_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_token" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "purpose" "report_token_purpose" NOT NULL DEFAULT 'TRACK',
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_message" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "author" "message_author" NOT NULL,
    "member_id" UUID,
    "channel" "message_channel" NOT NULL DEFAULT 'BROWSER',
    "client_key" TEXT,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_answer" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "answer" "report_answer_kind" NOT NULL,
    "comment" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "report_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_rating" (
    "report_id" UUID NOT NULL,
    "rating" "handling_rating" NOT NULL,
    "comment" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "report_rating_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "file_asset" (
    "id" UUID NOT NULL,
    "report_id" UUID,
    "message_id" UUID,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("file_id","number")
);

-- CreateTable
CREATE TABLE "inbound_mail" (
    "id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "from_address" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "report_id" UUID,
    "report_message_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "inbound_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource" (
    "id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "site" TEXT,
    "member_id" UUID,
    "team_id" UUID,
    "server_id" UUID,
    "capacity" SMALLINT,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "unit" SMALLINT NOT NULL DEFAULT 1,
    "incident_id" UUID,
    "run_id" UUID,
    "drill_booking_id" UUID,
    "action_id" UUID,
    "aspect" "aspect" NOT NULL,
    "state" "allocation_state" NOT NULL DEFAULT 'REQUESTED',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID,
    "note" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answer_note" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "state" "review_state" NOT NULL DEFAULT 'DRAFT',
    "lead_id" UUID,
    "impact" TEXT NOT NULL DEFAULT '',
    "what_happened" TEXT NOT NULL DEFAULT '',
    "contributed" TEXT NOT NULL DEFAULT '',
    "went_well" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" UUID NOT NULL,
    "incident_id" UUID,
    "review_id" UUID,
    "run_id" UUID,
    "problem_id" UUID,
    "service_id" UUID,
    "title" TEXT NOT NULL,
    "state" "follow_up_state" NOT NULL DEFAULT 'OPEN',
    "owner_id" UUID,
    "due_on" DATE,
    "note" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" "plan_kind" NOT NULL,
    "number" INTEGER NOT NULL,
    "service_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "mode" "run_mode" NOT NULL,
    "drill_kind" "drill_kind",
    "drill_booking_id" UUID,
    "incident_id" UUID,
    "operator_id" UUID,
    "state" "run_state" NOT NULL DEFAULT 'PRECHECK',
    "waiting_for" "waiting_for",
    "lease_holder" TEXT,
    "lease_fence" BIGINT NOT NULL DEFAULT 0,
    "lease_expires_at" TIMESTAMPTZ(3),
    "clock_started_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "rta_seconds" INTEGER,
    "rpa_seconds" INTEGER,
    "announces" BOOLEAN NOT NULL DEFAULT false,
    "safe_state_note" TEXT,
    "deviations" TEXT,
    "demo_history" BOOLEAN NOT NULL DEFAULT false,
    "settings_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_step" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "phase" SMALLINT NOT NULL,
    "phase_name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "step_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "state" "step_state" NOT NULL DEFAULT 'PENDING',
    "expected_seconds" INTEGER,
    "timeout_seconds" INTEGER,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "member_id" UUID,
    "skip_reason" TEXT,
    "note" TEXT,
    "evidence" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "run_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_attempt" (
    "id" UUID NOT NULL,
    "run_step_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "state" "attempt_state" NOT NULL DEFAULT 'PREPARED',
    "fence" BIGINT NOT NULL,
    "endpoint_id" UUID,
    "request" JSONB,
    "response" JSONB,
    "ok" BOOLEAN,
    "sentence" TEXT,
    "callback_token_hash" BYTEA,
    "callback_until" TIMESTAMPTZ(3),
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "sent_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision" TEXT,

    CONSTRAINT "step_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_callback" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "reason" TEXT,
    "body" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "step_callback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automation_endpoint" (
    "id" UUID NOT NULL,
    "service_id" UUID,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "mode" "run_mode" NOT NULL,
    "secret" BYTEA NOT NULL,
    "secret_key_id" TEXT NOT NULL,
    "timeout_seconds" INTEGER NOT NULL DEFAULT 30,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "automation_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_sign_off" (
    "run_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "run_sign_off_pkey" PRIMARY KEY ("run_id","member_id")
);

-- CreateTable
CREATE TABLE "drill_schedule" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "drill_kind" NOT NULL,
    "every_days" INTEGER NOT NULL,
    "first_due_on" DATE NOT NULL,
    "owner_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "drill_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drill_booking" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "schedule_id" UUID,
    "kind" "drill_kind" NOT NULL,
    "state" "drill_state" NOT NULL DEFAULT 'BOOKED',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "lead_id" UUID,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "drill_booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tier" SMALLINT NOT NULL DEFAULT 3,
    "visibility" "visibility" NOT NULL DEFAULT 'PUBLIC',
    "position" INTEGER NOT NULL DEFAULT 0,
    "group_id" UUID,
    "owner_id" UUID,
    "team_id" UUID,
    "public_address" TEXT,
    "used_by" TEXT,
    "hours" TEXT,
    "rto_minutes" INTEGER,
    "rpo_minutes" INTEGER,
    "agreed_by" TEXT,
    "agreed_on" DATE,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_group" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "service_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "component" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "component_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "server" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "site" TEXT,
    "power_supplies" SMALLINT,
    "hot_swap_disks" BOOLEAN,
    "note" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "server_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_server" (
    "service_id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "role" "server_role" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "service_server_pkey" PRIMARY KEY ("service_id","server_id")
);

-- CreateTable
CREATE TABLE "service_dependency" (
    "service_id" UUID NOT NULL,
    "depends_on_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "service_dependency_pkey" PRIMARY KEY ("service_id","depends_on_id")
);

-- CreateTable
CREATE TABLE "service_contact" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "member_id" UUID,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "service_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings_version" (
    "version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "checksum" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "in_force_since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "settings_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "handbook_acknowledgement" (
    "id" UUID NOT NULL,
    "settings_version" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "member_id" UUID,
    "service_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "handbook_acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_document" (
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "etag" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_document_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "publish_state" (
    "name" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "fence" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "manifest" JSONB,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publish_state_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "subscriber" (
    "id" UUID NOT NULL,
    "kind" "subscriber_kind" NOT NULL,
    "address" TEXT NOT NULL,
    "state" "subscriber_state" NOT NULL DEFAULT 'PENDING',
    "minimum_severity" "severity" NOT NULL DEFAULT 'TRIVIAL',
    "all_services" BOOLEAN NOT NULL DEFAULT true,
    "wants_maintenance" BOOLEAN NOT NULL DEFAULT true,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "member_id" UUID,
    "confirm_token_hash" BYTEA,
    "confirm_expires_at" TIMESTAMPTZ(3),
    "unsubscribe_token_hash" BYTEA NOT NULL,
    "secret" BYTEA,
    "secret_key_id" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "unsubscribed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriber_service" (
    "subscriber_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "subscriber_service_pkey" PRIMARY KEY ("subscriber_id","service_id")
);

-- CreateTable
CREATE TABLE "suite" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suite_case" (
    "id" UUID NOT NULL,
    "suite_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "probe_kind" NOT NULL,
    "request" JSONB NOT NULL,
    "comparison" JSONB NOT NULL,
    "timeout_ms" INTEGER NOT NULL DEFAULT 10000,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suite_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baseline" (
    "id" UUID NOT NULL,
    "suite_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baseline_case" (
    "baseline_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "request" JSONB NOT NULL,
    "expected" JSONB NOT NULL,
    "body" BYTEA,
    "latency_ms" INTEGER NOT NULL,

    CONSTRAINT "baseline_case_pkey" PRIMARY KEY ("baseline_id","case_id")
);

-- CreateTable
CREATE TABLE "suite_run" (
    "id" UUID NOT NULL,
    "suite_id" UUID NOT NULL,
    "baseline_id" UUID NOT NULL,
    "run_step_id" UUID,
    "check_id" UUID,
    "address" TEXT NOT NULL,
    "state" "suite_run_state" NOT NULL DEFAULT 'RUNNING',
    "by_id" UUID,
    "total" INTEGER NOT NULL,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "differed" INTEGER NOT NULL DEFAULT 0,
    "explained" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "suite_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_result" (
    "suite_run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "outcome" "case_outcome" NOT NULL,
    "sentence" TEXT NOT NULL,
    "differences" JSONB,
    "actual" JSONB,
    "body_file_id" UUID,
    "latency_ms" INTEGER,
    "explanation" TEXT,
    "explained_by_id" UUID,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_result_pkey" PRIMARY KEY ("suite_run_id","case_id")
);

-- CreateTable
CREATE TABLE "update" (
    "id" UUID NOT NULL,
    "incident_id" UUID,
    "maintenance_id" UUID,
    "audience" "update_audience" NOT NULL,
    "stage" "incident_stage",
    "maintenance_state" "maintenance_state",
    "run_id" UUID,
    "author_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "next_update_at" TIMESTAMPTZ(3),
    "next_update_zone" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "retracted_at" TIMESTAMPTZ(3),
    "retract_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_revision" (
    "update_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT,
    "body" TEXT NOT NULL,
    "reason" TEXT,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "update_revision_pkey" PRIMARY KEY ("update_id","number")
);

-- CreateTable
CREATE TABLE "update_template" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "stage" "incident_stage",
    "severity" "severity",
    "audience" "update_audience",
    "title" TEXT,
    "body" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "update_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "action_incident_id_position_idx" ON "action"("incident_id", "position");

-- CreateIndex
CREATE INDEX "action_owner_id_idx" ON "action"("owner_id");

-- CreateIndex
CREATE INDEX "action_finding_id_idx" ON "action"("finding_id");

-- CreateIndex
CREATE INDEX "action_blocked_by_id_idx" ON "action"("blocked_by_id");

-- CreateIndex
CREATE INDEX "check_template_service_id_area_position_idx" ON "check_template"("service_id", "area", "position");

-- CreateIndex
CREATE INDEX "check_incident_id_area_position_idx" ON "check"("incident_id", "area", "position");

-- CreateIndex
CREATE INDEX "check_template_id_idx" ON "check"("template_id");

-- CreateIndex
CREATE INDEX "check_service_id_idx" ON "check"("service_id");

-- CreateIndex
CREATE INDEX "check_server_id_idx" ON "check"("server_id");

-- CreateIndex
CREATE INDEX "check_assignee_id_idx" ON "check"("assignee_id");

-- CreateIndex
CREATE INDEX "check_result_check_id_started_at_idx" ON "check_result"("check_id", "started_at");

-- CreateIndex
CREATE INDEX "finding_incident_id_created_at_idx" ON "finding"("incident_id", "created_at");

-- CreateIndex
CREATE INDEX "finding_check_id_idx" ON "finding"("check_id");

-- CreateIndex
CREATE INDEX "finding_service_id_idx" ON "finding"("service_id");

-- CreateIndex
CREATE INDEX "finding_server_id_idx" ON "finding"("server_id");

-- CreateIndex
CREATE INDEX "finding_dataset_id_idx" ON "finding"("dataset_id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_service_id_name_key" ON "dataset"("service_id", "name");

-- CreateIndex
CREATE INDEX "snapshot_dataset_id_taken_at_idx" ON "snapshot"("dataset_id", "taken_at" DESC);

-- CreateIndex
CREATE INDEX "snapshot_api_key_id_idx" ON "snapshot"("api_key_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_dataset_id_external_id_key" ON "snapshot"("dataset_id", "external_id");

-- CreateIndex
CREATE INDEX "run_snapshot_snapshot_id_idx" ON "run_snapshot"("snapshot_id");

-- CreateIndex
CREATE INDEX "run_snapshot_overridden_by_id_idx" ON "run_snapshot"("overridden_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_message_id_key" ON "delivery"("message_id");

-- CreateIndex
CREATE INDEX "delivery_created_at_id_idx" ON "delivery"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_state_created_at_id_idx" ON "delivery"("state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_recipient_kind_recipient_id_created_at_idx" ON "delivery"("recipient_kind", "recipient_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "delivery_content_id_idx" ON "delivery"("content_id");

-- CreateIndex
CREATE INDEX "delivery_incident_id_idx" ON "delivery"("incident_id");

-- CreateIndex
CREATE INDEX "delivery_maintenance_id_idx" ON "delivery"("maintenance_id");

-- CreateIndex
CREATE INDEX "delivery_report_id_idx" ON "delivery"("report_id");

-- CreateIndex
CREATE INDEX "delivery_update_id_idx" ON "delivery"("update_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_event_id_recipient_kind_recipient_id_channel_key" ON "delivery"("event_id", "recipient_kind", "recipient_id", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "mail_content_hash_key" ON "mail_content"("hash");

-- CreateIndex
CREATE INDEX "mail_content_created_at_idx" ON "mail_content"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "incident_ref_key" ON "incident"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE INDEX "incident_created_at_id_idx" ON "incident"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_stage_created_at_id_idx" ON "incident"("stage", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_severity_created_at_id_idx" ON "incident"("severity", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_started_at_id_idx" ON "incident"("started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_previous_incident_id_idx" ON "incident"("previous_incident_id");

-- CreateIndex
CREATE INDEX "incident_settings_version_idx" ON "incident"("settings_version");

-- CreateIndex
CREATE INDEX "incident_problem_id_idx" ON "incident"("problem_id");

-- CreateIndex
CREATE INDEX "incident_service_incident_id_starts_at_idx" ON "incident_service"("incident_id", "starts_at");

-- CreateIndex
CREATE INDEX "incident_service_service_id_starts_at_idx" ON "incident_service"("service_id", "starts_at");

-- CreateIndex
CREATE INDEX "incident_role_incident_id_kind_idx" ON "incident_role"("incident_id", "kind");

-- CreateIndex
CREATE INDEX "incident_role_member_id_idx" ON "incident_role"("member_id");

-- CreateIndex
CREATE INDEX "incident_note_incident_id_occurred_at_id_idx" ON "incident_note"("incident_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "incident_note_member_id_idx" ON "incident_note"("member_id");

-- CreateIndex
CREATE INDEX "decision_incident_id_decided_at_idx" ON "decision"("incident_id", "decided_at");

-- CreateIndex
CREATE INDEX "decision_member_id_idx" ON "decision"("member_id");

-- CreateIndex
CREATE INDEX "promise_record_incident_id_made_at_idx" ON "promise_record"("incident_id", "made_at");

-- CreateIndex
CREATE INDEX "promise_record_kept_by_update_id_idx" ON "promise_record"("kept_by_update_id");

-- CreateIndex
CREATE INDEX "clock_incident_id_kind_idx" ON "clock"("incident_id", "kind");

-- CreateIndex
CREATE INDEX "clock_report_id_kind_idx" ON "clock"("report_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "maintenance_ref_key" ON "maintenance"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "maintenance_number_key" ON "maintenance"("number");

-- CreateIndex
CREATE INDEX "maintenance_starts_at_id_idx" ON "maintenance"("starts_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "maintenance_state_starts_at_idx" ON "maintenance"("state", "starts_at");

-- CreateIndex
CREATE INDEX "maintenance_created_by_id_idx" ON "maintenance"("created_by_id");

-- CreateIndex
CREATE INDEX "maintenance_service_service_id_idx" ON "maintenance_service"("service_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_email_key" ON "member"("email");

-- CreateIndex
CREATE INDEX "member_role_idx" ON "member"("role");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_member_id_idx" ON "session"("member_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "member_identity_member_id_idx" ON "member_identity"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "invitation_member_id_idx" ON "invitation"("member_id");

-- CreateIndex
CREATE INDEX "invitation_created_at_id_idx" ON "invitation"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_member_id_idx" ON "password_reset"("member_id");

-- CreateIndex
CREATE INDEX "password_reset_expires_at_idx" ON "password_reset"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_created_by_id_idx" ON "api_key"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE INDEX "team_lead_id_idx" ON "team"("lead_id");

-- CreateIndex
CREATE INDEX "team_member_member_id_idx" ON "team_member"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_member_id_list_name_key" ON "saved_view"("member_id", "list", "name");

-- CreateIndex
CREATE UNIQUE INDEX "monitor_service_id_name_key" ON "monitor"("service_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "alert_source_name_key" ON "alert_source"("name");

-- CreateIndex
CREATE UNIQUE INDEX "alert_source_token_hash_key" ON "alert_source"("token_hash");

-- CreateIndex
CREATE INDEX "alert_source_service_id_idx" ON "alert_source"("service_id");

-- CreateIndex
CREATE INDEX "alert_state_starts_at_idx" ON "alert"("state", "starts_at");

-- CreateIndex
CREATE INDEX "alert_report_id_idx" ON "alert"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_source_id_fingerprint_starts_at_key" ON "alert"("source_id", "fingerprint", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "alert_monitor_id_fingerprint_starts_at_key" ON "alert"("monitor_id", "fingerprint", "starts_at");

-- CreateIndex
CREATE INDEX "plan_draft_by_id_idx" ON "plan"("draft_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_service_id_kind_name_key" ON "plan"("service_id", "kind", "name");

-- CreateIndex
CREATE INDEX "plan_version_published_by_id_idx" ON "plan_version"("published_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_plan_id_number_key" ON "plan_version"("plan_id", "number");

-- CreateIndex
CREATE INDEX "event_type_idx" ON "event"("type");

-- CreateIndex
CREATE INDEX "event_subject_kind_subject_id_event_id_idx" ON "event_subject"("kind", "subject_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_position_event_id_key" ON "event_position"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_inbox_event_id_key" ON "event_inbox"("event_id");

-- CreateIndex
CREATE INDEX "idempotency_key_expires_at_idx" ON "idempotency_key"("expires_at");

-- CreateIndex
CREATE INDEX "rate_window_expires_at_idx" ON "rate_window"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "problem_ref_key" ON "problem"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "problem_number_key" ON "problem"("number");

-- CreateIndex
CREATE INDEX "problem_state_created_at_id_idx" ON "problem"("state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "problem_service_id_idx" ON "problem"("service_id");

-- CreateIndex
CREATE INDEX "problem_owner_id_idx" ON "problem"("owner_id");

-- CreateIndex
CREATE INDEX "pattern_created_at_id_idx" ON "pattern"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "pattern_problem_id_idx" ON "pattern"("problem_id");

-- CreateIndex
CREATE UNIQUE INDEX "pattern_key_window_starts_at_key" ON "pattern"("key", "window_starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_ref_key" ON "report"("ref");

-- CreateIndex
CREATE INDEX "report_created_at_id_idx" ON "report"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_state_created_at_id_idx" ON "report"("state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_service_id_created_at_id_idx" ON "report"("service_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_component_id_idx" ON "report"("component_id");

-- CreateIndex
CREATE INDEX "report_incident_id_created_at_id_idx" ON "report"("incident_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_merged_into_id_idx" ON "report"("merged_into_id");

-- CreateIndex
CREATE INDEX "report_member_id_created_at_id_idx" ON "report"("member_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_assignee_id_idx" ON "report"("assignee_id");

-- CreateIndex
CREATE INDEX "report_reporter_email_idx" ON "report"("reporter_email");

-- CreateIndex
CREATE INDEX "report_address_block_created_at_idx" ON "report"("address_block", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_source_client_key_key" ON "report"("source", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "report_token_token_hash_key" ON "report_token"("token_hash");

-- CreateIndex
CREATE INDEX "report_token_report_id_idx" ON "report_token"("report_id");

-- CreateIndex
CREATE INDEX "report_token_expires_at_idx" ON "report_token"("expires_at");

-- CreateIndex
CREATE INDEX "report_message_report_id_created_at_id_idx" ON "report_message"("report_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "report_message_member_id_idx" ON "report_message"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_message_report_id_client_key_key" ON "report_message"("report_id", "client_key");

-- CreateIndex
CREATE INDEX "report_answer_report_id_created_at_idx" ON "report_answer"("report_id", "created_at");

-- CreateIndex
CREATE INDEX "file_asset_report_id_idx" ON "file_asset"("report_id");

-- CreateIndex
CREATE INDEX "file_asset_message_id_idx" ON "file_asset"("message_id");

-- CreateIndex
CREATE INDEX "file_asset_sha256_idx" ON "file_asset"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_mail_message_id_key" ON "inbound_mail"("message_id");

-- CreateIndex
CREATE INDEX "inbound_mail_report_id_idx" ON "inbound_mail"("report_id");

-- CreateIndex
CREATE INDEX "inbound_mail_report_message_id_idx" ON "inbound_mail"("report_message_id");

-- CreateIndex
CREATE INDEX "inbound_mail_received_at_idx" ON "inbound_mail"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "resource_member_id_key" ON "resource"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_team_id_key" ON "resource"("team_id");

-- CreateIndex
CREATE INDEX "resource_kind_name_idx" ON "resource"("kind", "name");

-- CreateIndex
CREATE INDEX "resource_server_id_idx" ON "resource"("server_id");

-- CreateIndex
CREATE INDEX "allocation_resource_id_starts_at_idx" ON "allocation"("resource_id", "starts_at");

-- CreateIndex
CREATE INDEX "allocation_incident_id_idx" ON "allocation"("incident_id");

-- CreateIndex
CREATE INDEX "allocation_run_id_idx" ON "allocation"("run_id");

-- CreateIndex
CREATE INDEX "allocation_drill_booking_id_idx" ON "allocation"("drill_booking_id");

-- CreateIndex
CREATE INDEX "allocation_action_id_idx" ON "allocation"("action_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_incident_id_key" ON "review"("incident_id");

-- CreateIndex
CREATE INDEX "review_lead_id_idx" ON "review"("lead_id");

-- CreateIndex
CREATE INDEX "follow_up_state_due_on_idx" ON "follow_up"("state", "due_on");

-- CreateIndex
CREATE INDEX "follow_up_incident_id_idx" ON "follow_up"("incident_id");

-- CreateIndex
CREATE INDEX "follow_up_review_id_idx" ON "follow_up"("review_id");

-- CreateIndex
CREATE INDEX "follow_up_run_id_idx" ON "follow_up"("run_id");

-- CreateIndex
CREATE INDEX "follow_up_problem_id_idx" ON "follow_up"("problem_id");

-- CreateIndex
CREATE INDEX "follow_up_service_id_idx" ON "follow_up"("service_id");

-- CreateIndex
CREATE INDEX "follow_up_owner_id_idx" ON "follow_up"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_ref_key" ON "run"("ref");

-- CreateIndex
CREATE INDEX "run_created_at_id_idx" ON "run"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "run_state_created_at_id_idx" ON "run"("state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "run_service_id_created_at_id_idx" ON "run"("service_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "run_plan_id_finished_at_idx" ON "run"("plan_id", "finished_at");

-- CreateIndex
CREATE INDEX "run_plan_version_id_idx" ON "run"("plan_version_id");

-- CreateIndex
CREATE INDEX "run_drill_booking_id_idx" ON "run"("drill_booking_id");

-- CreateIndex
CREATE INDEX "run_incident_id_idx" ON "run"("incident_id");

-- CreateIndex
CREATE INDEX "run_operator_id_idx" ON "run"("operator_id");

-- CreateIndex
CREATE INDEX "run_settings_version_idx" ON "run"("settings_version");

-- CreateIndex
CREATE UNIQUE INDEX "run_kind_number_key" ON "run"("kind", "number");

-- CreateIndex
CREATE INDEX "run_step_step_id_finished_at_idx" ON "run_step"("step_id", "finished_at");

-- CreateIndex
CREATE INDEX "run_step_member_id_idx" ON "run_step"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_step_run_id_step_id_key" ON "run_step"("run_id", "step_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_step_run_id_position_key" ON "run_step"("run_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "step_attempt_idempotency_key_key" ON "step_attempt"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "step_attempt_callback_token_hash_key" ON "step_attempt"("callback_token_hash");

-- CreateIndex
CREATE INDEX "step_attempt_endpoint_id_idx" ON "step_attempt"("endpoint_id");

-- CreateIndex
CREATE UNIQUE INDEX "step_attempt_run_step_id_number_key" ON "step_attempt"("run_step_id", "number");

-- CreateIndex
CREATE INDEX "step_callback_attempt_id_received_at_idx" ON "step_callback"("attempt_id", "received_at");

-- CreateIndex
CREATE INDEX "automation_endpoint_service_id_idx" ON "automation_endpoint"("service_id");

-- CreateIndex
CREATE INDEX "run_sign_off_member_id_idx" ON "run_sign_off"("member_id");

-- CreateIndex
CREATE INDEX "drill_schedule_plan_id_idx" ON "drill_schedule"("plan_id");

-- CreateIndex
CREATE INDEX "drill_schedule_owner_id_idx" ON "drill_schedule"("owner_id");

-- CreateIndex
CREATE INDEX "drill_booking_plan_id_idx" ON "drill_booking"("plan_id");

-- CreateIndex
CREATE INDEX "drill_booking_schedule_id_idx" ON "drill_booking"("schedule_id");

-- CreateIndex
CREATE INDEX "drill_booking_lead_id_idx" ON "drill_booking"("lead_id");

-- CreateIndex
CREATE INDEX "drill_booking_starts_at_idx" ON "drill_booking"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "service_slug_key" ON "service"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "service_name_key" ON "service"("name");

-- CreateIndex
CREATE INDEX "service_group_id_idx" ON "service"("group_id");

-- CreateIndex
CREATE INDEX "service_owner_id_idx" ON "service"("owner_id");

-- CreateIndex
CREATE INDEX "service_team_id_idx" ON "service"("team_id");

-- CreateIndex
CREATE INDEX "service_position_name_idx" ON "service"("position", "name");

-- CreateIndex
CREATE UNIQUE INDEX "service_group_name_key" ON "service_group"("name");

-- CreateIndex
CREATE UNIQUE INDEX "component_service_id_name_key" ON "component"("service_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "server_name_key" ON "server"("name");

-- CreateIndex
CREATE INDEX "service_server_server_id_idx" ON "service_server"("server_id");

-- CreateIndex
CREATE INDEX "service_dependency_depends_on_id_idx" ON "service_dependency"("depends_on_id");

-- CreateIndex
CREATE INDEX "service_contact_service_id_position_idx" ON "service_contact"("service_id", "position");

-- CreateIndex
CREATE INDEX "service_contact_member_id_idx" ON "service_contact"("member_id");

-- CreateIndex
CREATE INDEX "settings_version_by_id_idx" ON "settings_version"("by_id");

-- CreateIndex
CREATE INDEX "handbook_acknowledgement_member_id_idx" ON "handbook_acknowledgement"("member_id");

-- CreateIndex
CREATE INDEX "handbook_acknowledgement_service_id_idx" ON "handbook_acknowledgement"("service_id");

-- CreateIndex
CREATE UNIQUE INDEX "handbook_acknowledgement_settings_version_party_key" ON "handbook_acknowledgement"("settings_version", "party");

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_confirm_token_hash_key" ON "subscriber"("confirm_token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_unsubscribe_token_hash_key" ON "subscriber"("unsubscribe_token_hash");

-- CreateIndex
CREATE INDEX "subscriber_state_id_idx" ON "subscriber"("state", "id");

-- CreateIndex
CREATE INDEX "subscriber_member_id_idx" ON "subscriber"("member_id");

-- CreateIndex
CREATE INDEX "subscriber_created_at_id_idx" ON "subscriber"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_kind_address_key" ON "subscriber"("kind", "address");

-- CreateIndex
CREATE INDEX "subscriber_service_service_id_idx" ON "subscriber_service"("service_id");

-- CreateIndex
CREATE UNIQUE INDEX "suite_service_id_name_key" ON "suite"("service_id", "name");

-- CreateIndex
CREATE INDEX "suite_case_suite_id_position_idx" ON "suite_case"("suite_id", "position");

-- CreateIndex
CREATE INDEX "baseline_recorded_by_id_idx" ON "baseline"("recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "baseline_suite_id_number_key" ON "baseline"("suite_id", "number");

-- CreateIndex
CREATE INDEX "baseline_case_case_id_idx" ON "baseline_case"("case_id");

-- CreateIndex
CREATE INDEX "suite_run_suite_id_started_at_id_idx" ON "suite_run"("suite_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "suite_run_baseline_id_idx" ON "suite_run"("baseline_id");

-- CreateIndex
CREATE INDEX "suite_run_run_step_id_idx" ON "suite_run"("run_step_id");

-- CreateIndex
CREATE INDEX "suite_run_check_id_idx" ON "suite_run"("check_id");

-- CreateIndex
CREATE INDEX "case_result_case_id_finished_at_idx" ON "case_result"("case_id", "finished_at");

-- CreateIndex
CREATE INDEX "case_result_body_file_id_idx" ON "case_result"("body_file_id");

-- CreateIndex
CREATE INDEX "update_incident_id_published_at_id_idx" ON "update"("incident_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "update_maintenance_id_published_at_id_idx" ON "update"("maintenance_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "update_run_id_idx" ON "update"("run_id");

-- CreateIndex
CREATE INDEX "update_author_id_idx" ON "update"("author_id");

-- CreateIndex
CREATE INDEX "update_published_at_id_idx" ON "update"("published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "update_revision_author_id_idx" ON "update_revision"("author_id");

-- CreateIndex
CREATE INDEX "update_template_position_idx" ON "update_template"("position");

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_blocked_by_id_fkey" FOREIGN KEY ("blocked_by_id") REFERENCES "action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_template" ADD CONSTRAINT "check_template_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "check_template"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "server"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_finished_by_id_fkey" FOREIGN KEY ("finished_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "check"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "check"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "server"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_snapshot" ADD CONSTRAINT "run_snapshot_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_snapshot" ADD CONSTRAINT "run_snapshot_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_snapshot" ADD CONSTRAINT "run_snapshot_overridden_by_id_fkey" FOREIGN KEY ("overridden_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_content_id_fkey" FOREIGN KEY ("content_id") REFERENCES "mail_content"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_maintenance_id_fkey" FOREIGN KEY ("maintenance_id") REFERENCES "maintenance"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_previous_incident_id_fkey" FOREIGN KEY ("previous_incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_settings_version_fkey" FOREIGN KEY ("settings_version") REFERENCES "settings_version"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_service" ADD CONSTRAINT "incident_service_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_service" ADD CONSTRAINT "incident_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_service" ADD CONSTRAINT "incident_service_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_note" ADD CONSTRAINT "incident_note_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_note" ADD CONSTRAINT "incident_note_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promise_record" ADD CONSTRAINT "promise_record_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promise_record" ADD CONSTRAINT "promise_record_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promise_record" ADD CONSTRAINT "promise_record_kept_by_update_id_fkey" FOREIGN KEY ("kept_by_update_id") REFERENCES "update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance" ADD CONSTRAINT "maintenance_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_service" ADD CONSTRAINT "maintenance_service_maintenance_id_fkey" FOREIGN KEY ("maintenance_id") REFERENCES "maintenance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_service" ADD CONSTRAINT "maintenance_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_identity" ADD CONSTRAINT "member_identity_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitor" ADD CONSTRAINT "monitor_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "probe_result" ADD CONSTRAINT "probe_result_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "probe_rollup" ADD CONSTRAINT "probe_rollup_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_source" ADD CONSTRAINT "alert_source_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "alert_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_draft_by_id_fkey" FOREIGN KEY ("draft_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_subject" ADD CONSTRAINT "event_subject_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_position" ADD CONSTRAINT "event_position_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pattern" ADD CONSTRAINT "pattern_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pattern" ADD CONSTRAINT "pattern_dismissed_by_id_fkey" FOREIGN KEY ("dismissed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_token" ADD CONSTRAINT "report_token_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_message" ADD CONSTRAINT "report_message_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_message" ADD CONSTRAINT "report_message_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_answer" ADD CONSTRAINT "report_answer_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_rating" ADD CONSTRAINT "report_rating_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_asset" ADD CONSTRAINT "file_asset_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_asset" ADD CONSTRAINT "file_asset_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "report_message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file_asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mail" ADD CONSTRAINT "inbound_mail_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mail" ADD CONSTRAINT "inbound_mail_report_message_id_fkey" FOREIGN KEY ("report_message_id") REFERENCES "report_message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "server"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_drill_booking_id_fkey" FOREIGN KEY ("drill_booking_id") REFERENCES "drill_booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_drill_booking_id_fkey" FOREIGN KEY ("drill_booking_id") REFERENCES "drill_booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_settings_version_fkey" FOREIGN KEY ("settings_version") REFERENCES "settings_version"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_step" ADD CONSTRAINT "run_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_step" ADD CONSTRAINT "run_step_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_attempt" ADD CONSTRAINT "step_attempt_run_step_id_fkey" FOREIGN KEY ("run_step_id") REFERENCES "run_step"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_attempt" ADD CONSTRAINT "step_attempt_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "automation_endpoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_attempt" ADD CONSTRAINT "step_attempt_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_callback" ADD CONSTRAINT "step_callback_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "step_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_endpoint" ADD CONSTRAINT "automation_endpoint_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_sign_off" ADD CONSTRAINT "run_sign_off_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_sign_off" ADD CONSTRAINT "run_sign_off_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_schedule" ADD CONSTRAINT "drill_schedule_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_schedule" ADD CONSTRAINT "drill_schedule_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_booking" ADD CONSTRAINT "drill_booking_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_booking" ADD CONSTRAINT "drill_booking_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "drill_schedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_booking" ADD CONSTRAINT "drill_booking_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "service_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "component" ADD CONSTRAINT "component_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_server" ADD CONSTRAINT "service_server_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_server" ADD CONSTRAINT "service_server_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "server"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_dependency" ADD CONSTRAINT "service_dependency_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_dependency" ADD CONSTRAINT "service_dependency_depends_on_id_fkey" FOREIGN KEY ("depends_on_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_contact" ADD CONSTRAINT "service_contact_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_contact" ADD CONSTRAINT "service_contact_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings_version" ADD CONSTRAINT "settings_version_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handbook_acknowledgement" ADD CONSTRAINT "handbook_acknowledgement_settings_version_fkey" FOREIGN KEY ("settings_version") REFERENCES "settings_version"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handbook_acknowledgement" ADD CONSTRAINT "handbook_acknowledgement_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handbook_acknowledgement" ADD CONSTRAINT "handbook_acknowledgement_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriber" ADD CONSTRAINT "subscriber_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriber_service" ADD CONSTRAINT "subscriber_service_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriber_service" ADD CONSTRAINT "subscriber_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suite" ADD CONSTRAINT "suite_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suite_case" ADD CONSTRAINT "suite_case_suite_id_fkey" FOREIGN KEY ("suite_id") REFERENCES "suite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_suite_id_fkey" FOREIGN KEY ("suite_id") REFERENCES "suite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_case" ADD CONSTRAINT "baseline_case_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "baseline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_case" ADD CONSTRAINT "baseline_case_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "suite_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suite_run" ADD CONSTRAINT "suite_run_suite_id_fkey" FOREIGN KEY ("suite_id") REFERENCES "suite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suite_run" ADD CONSTRAINT "suite_run_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "baseline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suite_run" ADD CONSTRAINT "suite_run_run_step_id_fkey" FOREIGN KEY ("run_step_id") REFERENCES "run_step"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suite_run" ADD CONSTRAINT "suite_run_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "check"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suite_run" ADD CONSTRAINT "suite_run_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_result" ADD CONSTRAINT "case_result_suite_run_id_fkey" FOREIGN KEY ("suite_run_id") REFERENCES "suite_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_result" ADD CONSTRAINT "case_result_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "suite_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_result" ADD CONSTRAINT "case_result_body_file_id_fkey" FOREIGN KEY ("body_file_id") REFERENCES "file_asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_result" ADD CONSTRAINT "case_result_explained_by_id_fkey" FOREIGN KEY ("explained_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update" ADD CONSTRAINT "update_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update" ADD CONSTRAINT "update_maintenance_id_fkey" FOREIGN KEY ("maintenance_id") REFERENCES "maintenance"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update" ADD CONSTRAINT "update_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update" ADD CONSTRAINT "update_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_revision" ADD CONSTRAINT "update_revision_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "update"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_revision" ADD CONSTRAINT "update_revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
