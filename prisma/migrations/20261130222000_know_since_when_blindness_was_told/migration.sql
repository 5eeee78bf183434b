-- AlterTable
ALTER TABLE "blindness" ADD COLUMN     "told_since" TIMESTAMPTZ(3);
