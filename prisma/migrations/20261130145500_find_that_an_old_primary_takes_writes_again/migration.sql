-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "run_id" UUID;

-- CreateIndex
CREATE INDEX "finding_run_id_idx" ON "finding"("run_id");

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;
