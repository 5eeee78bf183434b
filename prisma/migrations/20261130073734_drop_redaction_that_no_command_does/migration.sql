-- AlterTable
ALTER TABLE "incident_note" DROP COLUMN "redacted_at";

-- AlterTable
ALTER TABLE "report" DROP COLUMN "redacted_at";

-- AlterTable
ALTER TABLE "file_asset" DROP COLUMN "redacted_at";
