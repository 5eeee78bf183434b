-- AlterTable
ALTER TABLE "probe_result" ADD COLUMN     "silent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "unclear" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "blindness" (
    "id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "blindness_pkey" PRIMARY KEY ("id")
);

-- Standby sees nothing once at a time.
create unique index blindness_open on blindness ((true)) where ends_at is null;
