-- AlterTable
ALTER TABLE "blindness" ADD COLUMN     "told_at" TIMESTAMPTZ(3);
