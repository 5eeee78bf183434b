-- Tables, and columns that point at them, which no code ever wrote or read.

-- DropForeignKey
ALTER TABLE "decision" DROP CONSTRAINT "decision_incident_id_fkey";

-- DropForeignKey
ALTER TABLE "decision" DROP CONSTRAINT "decision_member_id_fkey";

-- DropForeignKey
ALTER TABLE "member_identity" DROP CONSTRAINT "member_identity_member_id_fkey";

-- DropForeignKey
ALTER TABLE "saved_view" DROP CONSTRAINT "saved_view_member_id_fkey";

-- DropForeignKey
ALTER TABLE "alert_source" DROP CONSTRAINT "alert_source_service_id_fkey";

-- DropForeignKey
ALTER TABLE "alert" DROP CONSTRAINT "alert_source_id_fkey";

-- DropForeignKey
ALTER TABLE "alert" DROP CONSTRAINT "alert_monitor_id_fkey";

-- DropForeignKey
ALTER TABLE "pattern" DROP CONSTRAINT "pattern_problem_id_fkey";

-- DropForeignKey
ALTER TABLE "pattern" DROP CONSTRAINT "pattern_dismissed_by_id_fkey";

-- DropForeignKey
ALTER TABLE "report" DROP CONSTRAINT "report_component_id_fkey";

-- DropForeignKey
ALTER TABLE "report_rating" DROP CONSTRAINT "report_rating_report_id_fkey";

-- DropForeignKey
ALTER TABLE "inbound_mail" DROP CONSTRAINT "inbound_mail_report_id_fkey";

-- DropForeignKey
ALTER TABLE "inbound_mail" DROP CONSTRAINT "inbound_mail_report_message_id_fkey";

-- DropForeignKey
ALTER TABLE "allocation" DROP CONSTRAINT "allocation_drill_booking_id_fkey";

-- DropForeignKey
ALTER TABLE "review" DROP CONSTRAINT "review_incident_id_fkey";

-- DropForeignKey
ALTER TABLE "review" DROP CONSTRAINT "review_lead_id_fkey";

-- DropForeignKey
ALTER TABLE "review" DROP CONSTRAINT "review_published_by_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_incident_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_review_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_run_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_problem_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_service_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_owner_id_fkey";

-- DropForeignKey
ALTER TABLE "run" DROP CONSTRAINT "run_drill_booking_id_fkey";

-- DropForeignKey
ALTER TABLE "run_sign_off" DROP CONSTRAINT "run_sign_off_run_id_fkey";

-- DropForeignKey
ALTER TABLE "run_sign_off" DROP CONSTRAINT "run_sign_off_member_id_fkey";

-- DropForeignKey
ALTER TABLE "drill_schedule" DROP CONSTRAINT "drill_schedule_plan_id_fkey";

-- DropForeignKey
ALTER TABLE "drill_schedule" DROP CONSTRAINT "drill_schedule_owner_id_fkey";

-- DropForeignKey
ALTER TABLE "drill_booking" DROP CONSTRAINT "drill_booking_plan_id_fkey";

-- DropForeignKey
ALTER TABLE "drill_booking" DROP CONSTRAINT "drill_booking_schedule_id_fkey";

-- DropForeignKey
ALTER TABLE "drill_booking" DROP CONSTRAINT "drill_booking_lead_id_fkey";

-- DropForeignKey
ALTER TABLE "component" DROP CONSTRAINT "component_service_id_fkey";

-- DropForeignKey
ALTER TABLE "handbook_acknowledgement" DROP CONSTRAINT "handbook_acknowledgement_settings_version_fkey";

-- DropForeignKey
ALTER TABLE "handbook_acknowledgement" DROP CONSTRAINT "handbook_acknowledgement_member_id_fkey";

-- DropForeignKey
ALTER TABLE "handbook_acknowledgement" DROP CONSTRAINT "handbook_acknowledgement_service_id_fkey";

-- DropForeignKey
ALTER TABLE "case_result" DROP CONSTRAINT "case_result_body_file_id_fkey";

-- DropIndex
DROP INDEX "alert_source_id_fingerprint_starts_at_key";

-- DropIndex
DROP INDEX "report_component_id_idx";

-- DropIndex
DROP INDEX "allocation_drill_booking_id_idx";

-- DropIndex
DROP INDEX "run_drill_booking_id_idx";

-- DropIndex
DROP INDEX "case_result_body_file_id_idx";

-- AlterTable
ALTER TABLE "alert" DROP COLUMN "source_id",
ALTER COLUMN "monitor_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "report" DROP COLUMN "component_id";

-- AlterTable
ALTER TABLE "allocation" DROP COLUMN "drill_booking_id";

-- AlterTable
ALTER TABLE "run" DROP COLUMN "drill_booking_id";

-- AlterTable
ALTER TABLE "case_result" DROP COLUMN "body_file_id";

-- DropTable
DROP TABLE "decision";

-- DropTable
DROP TABLE "member_identity";

-- DropTable
DROP TABLE "saved_view";

-- DropTable
DROP TABLE "alert_source";

-- DropTable
DROP TABLE "pattern";

-- DropTable
DROP TABLE "report_rating";

-- DropTable
DROP TABLE "inbound_mail";

-- DropTable
DROP TABLE "review";

-- DropTable
DROP TABLE "follow_up";

-- DropTable
DROP TABLE "run_sign_off";

-- DropTable
DROP TABLE "drill_schedule";

-- DropTable
DROP TABLE "drill_booking";

-- DropTable
DROP TABLE "component";

-- DropTable
DROP TABLE "handbook_acknowledgement";

-- DropTable
DROP TABLE "update_template";

-- DropEnum
DROP TYPE "alert_source_kind";

-- DropEnum
DROP TYPE "handling_rating";

-- DropEnum
DROP TYPE "review_state";

-- DropEnum
DROP TYPE "follow_up_state";

-- DropEnum
DROP TYPE "drill_state";

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express: a rule went with a column that it named.
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_has_purpose" CHECK (num_nonnulls(incident_id, run_id) >= 1);
