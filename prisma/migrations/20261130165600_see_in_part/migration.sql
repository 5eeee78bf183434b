-- CreateEnum
CREATE TYPE "sense" AS ENUM ('LINE', 'NAMES', 'IPV6', 'INTERNET');

-- AlterTable
ALTER TABLE "monitor" ADD COLUMN     "last_address" TEXT;

-- AlterTable
ALTER TABLE "probe_result" ADD COLUMN     "unnamed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "blindness" ADD COLUMN     "sense" "sense" NOT NULL DEFAULT 'LINE';

-- Standby is blind once at a time in each sense.
drop index blindness_open;
create unique index blindness_open on blindness (sense) where ends_at is null;
