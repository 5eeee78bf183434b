import type { z } from 'zod';
import { keyCreated } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { newKeyViewSchema } from '@/lib/members/queries/views';
import { daysAfter, endOfDay, keyDays } from '@/lib/members/rules/key-end';
import { createKeyInput, keyMark } from '@/lib/members/schema';
import { assertStillIn } from '@/lib/members/subject';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { newId, newSecret } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

const prefixLength = keyMark.length + 6;

/** The command for one fresh secret. Its answer leaves the secret out, because answers to repeatable requests are stored. */
function createWith(secret: string) {
  return command({
    input: createKeyInput,
    answer: newKeyViewSchema.omit({ secret: true }),
    load: (tx, _, { actor }) => assertStillIn(tx, actor),
    allow: permit(memberPolicy, 'key.create'),
    run: async ({ tx, input, ctx, now, record }) => {
      const expiresAt = input.lastDay ? endOfDay(input.lastDay) : daysAfter(now, keyDays.unlessChosen);
      const row = await tx.apiKey.create({
        data: {
          id: newId(),
          hash: sha256(secret),
          prefix: secret.slice(0, prefixLength),
          name: input.name,
          role: input.role,
          createdById: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
          createdAt: now,
          expiresAt,
        },
      });
      record(keyCreated({ keyId: row.id, role: row.role }));
      const { id, name, role, prefix } = row;
      return { id, name, role, prefix, expiresAt: expiresAt.toISOString() };
    },
  });
}

/** Makes a key for programs. The secret is in this answer and nowhere else: a repeated request gets the key without it. */
export const createKey = asCommand(
  createWith(''),
  newKeyViewSchema,
  async (ctx: Context, raw: z.input<typeof createKeyInput>) => {
    const secret = `${keyMark}${newSecret()}`;
    const view = await createWith(secret)(ctx, raw);
    return { ...view, secret: secret.startsWith(view.prefix) ? secret : null };
  },
);
