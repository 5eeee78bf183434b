-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "accepted_by_id" UUID,
ADD COLUMN     "accepted_reason" TEXT;

-- CreateIndex
CREATE INDEX "snapshot_accepted_by_id_idx" ON "snapshot"("accepted_by_id");

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
