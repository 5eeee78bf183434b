-- Webhooks and notices in the console: nothing was ever sent by them, and nobody could subscribe by one.

ALTER TABLE "subscriber"
  DROP CONSTRAINT "subscriber_webhook_has_secret",
  DROP CONSTRAINT "subscriber_secret_has_key",
  DROP CONSTRAINT "subscriber_email_lower_case",
  DROP COLUMN "secret",
  DROP COLUMN "secret_key_id";

ALTER TABLE "delivery" DROP COLUMN "payload", DROP COLUMN "read_at";

CREATE TYPE "delivery_channel_new" AS ENUM ('EMAIL');
ALTER TABLE "delivery" ALTER COLUMN "channel" TYPE "delivery_channel_new" USING ("channel"::text::"delivery_channel_new");
ALTER TABLE "suppression" ALTER COLUMN "channel" TYPE "delivery_channel_new" USING ("channel"::text::"delivery_channel_new");
ALTER TYPE "delivery_channel" RENAME TO "delivery_channel_old";
ALTER TYPE "delivery_channel_new" RENAME TO "delivery_channel";
DROP TYPE "delivery_channel_old";

CREATE TYPE "subscriber_kind_new" AS ENUM ('EMAIL');
ALTER TABLE "subscriber" ALTER COLUMN "kind" TYPE "subscriber_kind_new" USING ("kind"::text::"subscriber_kind_new");
ALTER TYPE "subscriber_kind" RENAME TO "subscriber_kind_old";
ALTER TYPE "subscriber_kind_new" RENAME TO "subscriber_kind";
DROP TYPE "subscriber_kind_old";

ALTER TABLE "subscriber" ADD CONSTRAINT "subscriber_email_lower_case" CHECK (kind <> 'EMAIL' OR address = lower(address));
