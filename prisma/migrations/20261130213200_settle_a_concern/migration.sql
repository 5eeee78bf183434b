-- AlterTable
ALTER TABLE "concern" ADD COLUMN     "settled_by_id" UUID,
ADD COLUMN     "settled_until" TIMESTAMPTZ(3),
ADD COLUMN     "settlement" TEXT;

-- CreateIndex
CREATE INDEX "concern_settled_by_id_idx" ON "concern"("settled_by_id");

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
