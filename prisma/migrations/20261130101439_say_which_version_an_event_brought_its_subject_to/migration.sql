-- AlterTable
ALTER TABLE "event_subject" ADD COLUMN     "version" INTEGER;
