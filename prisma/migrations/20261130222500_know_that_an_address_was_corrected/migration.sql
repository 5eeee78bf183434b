-- AlterTable
ALTER TABLE "report" ADD COLUMN     "email_corrected" BOOLEAN NOT NULL DEFAULT false;
