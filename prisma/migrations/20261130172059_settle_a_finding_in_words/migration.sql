-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "address" TEXT,
ADD COLUMN     "monitor_id" UUID,
ADD COLUMN     "settlement" TEXT;

-- CreateIndex
CREATE INDEX "finding_monitor_id_idx" ON "finding"("monitor_id");

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an old primary took was settled in the words of the run that led users back.
update finding f set settlement = 'Settled when users were led back.'
where f.run_id is not null and exists (select from event e
  where e.type = 'run.oldPrimarySettled' and e.data->>'findingId' = f.id::text);
