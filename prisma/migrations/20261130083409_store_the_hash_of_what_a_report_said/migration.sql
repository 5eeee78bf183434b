-- AlterTable
ALTER TABLE "report" ADD COLUMN     "said_hash" BYTEA;
