-- AlterTable
ALTER TABLE "report" ADD COLUMN     "address_range" BYTEA;
