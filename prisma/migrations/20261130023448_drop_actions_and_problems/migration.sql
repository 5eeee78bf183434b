-- The plan of action and problems: no command ever made one, so nothing is lost.

-- Rules that name a value or a column that goes.
ALTER TABLE "incident" DROP CONSTRAINT "incident_cause_complete";
ALTER TABLE "allocation" DROP CONSTRAINT "allocation_action_named";

-- AlterEnum
CREATE TYPE "cause_kind_new" AS ENUM ('NONE_FOUND', 'NOT_LOOKED_AT');
ALTER TABLE "incident" ALTER COLUMN "cause_kind" TYPE "cause_kind_new" USING ("cause_kind"::text::"cause_kind_new");
ALTER TYPE "cause_kind" RENAME TO "cause_kind_old";
ALTER TYPE "cause_kind_new" RENAME TO "cause_kind";
DROP TYPE "cause_kind_old";

-- AlterEnum
CREATE TYPE "aspect_new" AS ENUM ('NETWORKING', 'SERVICES', 'INFRASTRUCTURE', 'RECOVERY', 'COMMUNICATION');
ALTER TABLE "allocation" ALTER COLUMN "aspect" TYPE "aspect_new" USING ("aspect"::text::"aspect_new");
ALTER TYPE "aspect" RENAME TO "aspect_old";
ALTER TYPE "aspect_new" RENAME TO "aspect";
DROP TYPE "aspect_old";

-- DropForeignKey
ALTER TABLE "action" DROP CONSTRAINT "action_incident_id_fkey";

-- DropForeignKey
ALTER TABLE "action" DROP CONSTRAINT "action_owner_id_fkey";

-- DropForeignKey
ALTER TABLE "action" DROP CONSTRAINT "action_finding_id_fkey";

-- DropForeignKey
ALTER TABLE "action" DROP CONSTRAINT "action_blocked_by_id_fkey";

-- DropForeignKey
ALTER TABLE "incident" DROP CONSTRAINT "incident_problem_id_fkey";

-- DropForeignKey
ALTER TABLE "problem" DROP CONSTRAINT "problem_service_id_fkey";

-- DropForeignKey
ALTER TABLE "problem" DROP CONSTRAINT "problem_owner_id_fkey";

-- DropForeignKey
ALTER TABLE "allocation" DROP CONSTRAINT "allocation_action_id_fkey";

-- DropIndex
DROP INDEX "incident_problem_id_idx";

-- DropIndex
DROP INDEX "allocation_action_id_idx";

-- AlterTable
ALTER TABLE "incident" DROP COLUMN "problem_id";

-- AlterTable
ALTER TABLE "allocation" DROP COLUMN "action_id";

-- DropTable
DROP TABLE "action";

-- DropTable
DROP TABLE "problem";

-- DropEnum
DROP TYPE "action_state";

-- DropEnum
DROP TYPE "problem_state";

DROP SEQUENCE "problem_number";

ALTER TABLE "incident" ADD CONSTRAINT "incident_cause_complete"
  CHECK (cause_kind <> 'NOT_LOOKED_AT' OR cause_reason IS NOT NULL);
