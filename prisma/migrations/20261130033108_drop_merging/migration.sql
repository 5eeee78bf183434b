-- Reports that are the same as another, mail as a channel, an assignee, messages of Standby: no
-- command ever wrote one.

-- Rules and an index that name a state.
ALTER TABLE "report" DROP CONSTRAINT "report_duplicate_names_other";
ALTER TABLE "report" DROP CONSTRAINT "report_linked_has_incident";
ALTER TABLE "report" DROP CONSTRAINT "report_declined_has_reason";
DROP INDEX "report_waiting";

-- AlterEnum
CREATE TYPE "report_channel_new" AS ENUM ('BROWSER', 'API', 'ALERT', 'PHONE');
ALTER TABLE "report" ALTER COLUMN "channel" TYPE "report_channel_new" USING ("channel"::text::"report_channel_new");
ALTER TYPE "report_channel" RENAME TO "report_channel_old";
ALTER TYPE "report_channel_new" RENAME TO "report_channel";
DROP TYPE "report_channel_old";

-- AlterEnum
CREATE TYPE "report_state_new" AS ENUM ('NEW', 'WAITING_FOR_REPORTER', 'LINKED', 'DECLINED', 'FIXED_ASKED', 'CONFIRMED', 'STILL_BROKEN');
ALTER TABLE "report" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "report" ALTER COLUMN "state" TYPE "report_state_new" USING ("state"::text::"report_state_new");
ALTER TYPE "report_state" RENAME TO "report_state_old";
ALTER TYPE "report_state_new" RENAME TO "report_state";
DROP TYPE "report_state_old";
ALTER TABLE "report" ALTER COLUMN "state" SET DEFAULT 'NEW';

-- AlterEnum
CREATE TYPE "message_author_new" AS ENUM ('REPORTER', 'PROVIDER');
ALTER TABLE "report_message" ALTER COLUMN "author" TYPE "message_author_new" USING ("author"::text::"message_author_new");
ALTER TYPE "message_author" RENAME TO "message_author_old";
ALTER TYPE "message_author_new" RENAME TO "message_author";
DROP TYPE "message_author_old";

-- DropForeignKey
ALTER TABLE "report" DROP CONSTRAINT "report_merged_into_id_fkey";

-- DropForeignKey
ALTER TABLE "report" DROP CONSTRAINT "report_assignee_id_fkey";

-- DropIndex
DROP INDEX "report_merged_into_id_idx";

-- DropIndex
DROP INDEX "report_assignee_id_idx";

-- AlterTable
ALTER TABLE "report" DROP COLUMN "assignee_id",
DROP COLUMN "merged_into_id";

-- AlterTable
ALTER TABLE "report_message" DROP COLUMN "channel";

-- DropEnum
DROP TYPE "message_channel";

ALTER TABLE "report" ADD CONSTRAINT "report_linked_has_incident"
  CHECK (state NOT IN ('LINKED', 'FIXED_ASKED', 'CONFIRMED', 'STILL_BROKEN') OR incident_id IS NOT NULL);
ALTER TABLE "report" ADD CONSTRAINT "report_declined_has_reason"
  CHECK (state <> 'DECLINED' OR decline_reason IS NOT NULL);
CREATE INDEX "report_waiting" ON "report" (created_at, id) WHERE state IN ('NEW', 'STILL_BROKEN') AND held_at IS NULL;
