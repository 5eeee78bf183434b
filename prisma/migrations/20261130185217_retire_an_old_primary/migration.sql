-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "retired" BOOLEAN NOT NULL DEFAULT false;
