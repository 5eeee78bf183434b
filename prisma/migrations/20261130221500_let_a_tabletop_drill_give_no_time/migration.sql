-- A tabletop drill talks the plan through. It times nothing.
UPDATE "run" SET "rta_seconds" = NULL, "rpa_seconds" = NULL WHERE "drill_kind" = 'TABLETOP';
