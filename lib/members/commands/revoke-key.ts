import { keyRevoked } from '@/lib/members/events';
import { revokeKeyInput } from '@/lib/members/key-schema';
import { memberPolicy } from '@/lib/members/policy';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** A revoked key is refused from the next request on, and stays in the list. @throws AppError `not_found` */
export const revokeKey = command({
  name: 'key.revoke',
  input: revokeKeyInput,
  load: async (tx, input) => {
    const [row] = await tx.$queryRaw<{ id: string; revoked: boolean }[]>`
      select id, revoked_at is not null as revoked from api_key where id = ${input.keyId}::uuid for update`;
    if (!row) throw new AppError('not_found', 'There is no such key. Open the list of keys again.');
    return row;
  },
  allow: permit(memberPolicy, 'key.revoke'),
  run: async ({ tx, subject, now, record }) => {
    if (!subject.revoked) {
      await tx.apiKey.update({ where: { id: subject.id }, data: { revokedAt: now } });
      record(keyRevoked({ keyId: subject.id }));
    }
    return { id: subject.id };
  },
});
