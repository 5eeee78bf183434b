-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "complete" BOOLEAN NOT NULL DEFAULT true;
