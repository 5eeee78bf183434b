-- CreateEnum
CREATE TYPE "affected" AS ENUM ('ONLY_ME', 'A_FEW', 'MY_TEAM', 'EVERYONE', 'NOT_SURE');

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "affected" "affected" NOT NULL DEFAULT 'NOT_SURE';

-- Until now the choice was stored as its English label. A text that is none of the labels stays in affected_text.
UPDATE "report" SET "affected" = (CASE "affected_text"
    WHEN 'Only me' THEN 'ONLY_ME'
    WHEN 'A few of us' THEN 'A_FEW'
    WHEN 'My whole team or office' THEN 'MY_TEAM'
    WHEN 'Everyone I know of' THEN 'EVERYONE'
  END)::"affected"
  WHERE "affected_text" IN ('Only me', 'A few of us', 'My whole team or office', 'Everyone I know of');
