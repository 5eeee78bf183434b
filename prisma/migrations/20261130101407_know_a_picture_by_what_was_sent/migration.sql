-- AlterTable
ALTER TABLE "file_asset" ADD COLUMN     "original_sha256" BYTEA;
