import { z } from 'zod';
import type { Db, Tx } from '@/lib/database/db';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { refusalInput } from '@/lib/deliveries/schema';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { verifyLinkToken } from '@/lib/platform/secrets/link-token';
import { refusing } from './suppressing';

/** The mail whose link “This was not me” it is. @throws AppError `not_found` */
export async function openRefusal(db: Db | Tx, token: string) {
  const id = verifyLinkToken('mail-refusal', token);
  const select = { id: true, address: true, incidentId: true, reportId: true } as const;
  const row = id ? await db.delivery.findUnique({ where: { id }, select }) : null;
  if (!row) throw new AppError('not_found', 'This link is not valid. Check that all of it was copied.');
  return row;
}

/** The address that a mail went to, and whether its owner refuses mails; reading it changes nothing. */
export const readRefusal = query({
  name: 'refusal.read',
  input: refusalInput,
  answer: z.object({ email: z.string(), refused: z.boolean() }),
  load: (db, { token }) => openRefusal(db, token),
  allow: permit(deliveryPolicy, 'delivery.refuse'),
  run: async ({ db, subject: { address } }) => ({
    email: address,
    refused: (await db.suppression.count({ where: refusing(address) })) > 0,
  }),
});
