-- Keys that were made for ever are good for a year from now.
UPDATE "api_key" SET "expires_at" = now() + interval '365 days' WHERE "expires_at" IS NULL;

-- AlterTable
ALTER TABLE "api_key" ALTER COLUMN "expires_at" SET NOT NULL,
ALTER COLUMN "expires_at" SET DEFAULT (now() + '365 days'::interval);
