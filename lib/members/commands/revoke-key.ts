import { keyRevoked } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { revokeKeyInput } from '@/lib/members/schema';
import { keys } from '@/lib/members/subject';
import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** A revoked key is refused from the next request on, and stays in the list. @throws AppError `not_found` */
export const revokeKey = command({
  input: revokeKeyInput,
  answer: idSchema,
  subject: keys,
  of: (input) => input.keyId,
  allow: permit(memberPolicy, 'key.revoke'),
  run: async ({ tx, subject, now, record }) => {
    if (!subject.revokedAt) {
      await tx.apiKey.update({ where: { id: subject.id }, data: { revokedAt: now } });
      record(keyRevoked({ keyId: subject.id }));
    }
    return { id: subject.id };
  },
});
