-- Until now the answer stood here by itself, and none as null. Nothing was answered by null but what has no answer.
UPDATE "idempotency_key" SET "response" = CASE "response" WHEN 'null' THEN '{}'
    ELSE jsonb_build_object('answer', "response") END;
