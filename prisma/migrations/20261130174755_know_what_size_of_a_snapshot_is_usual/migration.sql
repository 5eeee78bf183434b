-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "usual_bytes" BIGINT;
