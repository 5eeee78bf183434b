-- AlterTable
ALTER TABLE "report_token" ADD COLUMN     "on_request" BOOLEAN NOT NULL DEFAULT false;
