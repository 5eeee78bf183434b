-- Planned maintenance: pages and feeds read it, and no command ever planned one. An update is on an incident.

-- AlterEnum
CREATE TYPE "service_status_new" AS ENUM ('OPERATIONAL', 'DEGRADED', 'PARTIAL_OUTAGE', 'MAJOR_OUTAGE');
ALTER TABLE "incident_service" ALTER COLUMN "status" TYPE "service_status_new" USING ("status"::text::"service_status_new");
ALTER TYPE "service_status" RENAME TO "service_status_old";
ALTER TYPE "service_status_new" RENAME TO "service_status";
DROP TYPE "service_status_old";

-- DropForeignKey
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_maintenance_id_fkey";

-- DropForeignKey
ALTER TABLE "maintenance" DROP CONSTRAINT "maintenance_created_by_id_fkey";

-- DropForeignKey
ALTER TABLE "maintenance_service" DROP CONSTRAINT "maintenance_service_maintenance_id_fkey";

-- DropForeignKey
ALTER TABLE "maintenance_service" DROP CONSTRAINT "maintenance_service_service_id_fkey";

-- DropForeignKey
ALTER TABLE "update" DROP CONSTRAINT "update_incident_id_fkey";

-- DropForeignKey
ALTER TABLE "update" DROP CONSTRAINT "update_maintenance_id_fkey";

-- DropIndex
DROP INDEX "delivery_maintenance_id_idx";

-- DropIndex
DROP INDEX "update_maintenance_id_published_at_id_idx";

-- AlterTable
ALTER TABLE "delivery" DROP COLUMN "maintenance_id";

-- AlterTable
ALTER TABLE "subscriber" DROP COLUMN "wants_maintenance";

-- AlterTable
ALTER TABLE "update" DROP COLUMN "maintenance_id",
DROP COLUMN "maintenance_state",
ALTER COLUMN "incident_id" SET NOT NULL;

-- DropTable
DROP TABLE "maintenance";

-- DropTable
DROP TABLE "maintenance_service";

-- DropEnum
DROP TYPE "maintenance_state";

-- AddForeignKey
ALTER TABLE "update" ADD CONSTRAINT "update_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP SEQUENCE "maintenance_number";
