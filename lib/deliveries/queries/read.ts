import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { retryAfter } from '@/lib/deliveries/lifecycle';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { frozenHeadersSchema, isAccountMail, variablesSchema } from '@/lib/deliveries/schema';
import { type Bodies, fillMail } from '@/lib/deliveries/sending/fill';
import { hasMailServer } from '@/lib/deliveries/sending/mail-server';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { idInput } from '@/lib/platform/input/id-input';
import { allowed, permit } from '@/lib/platform/policy';
import { settings } from '@/lib/platform/process/environment';
import { query } from '@/lib/platform/query';
import type { Prisma } from '@/prisma/generated/client';
import { rowSelect, rowView } from './row';
import { suppressing } from './suppressing';
import { type DeliveryView, deliveryViewSchema } from './views';

const select = {
  ...rowSelect,
  version: true,
  recipientId: true,
  variables: true,
  headers: true,
  content: { select: { html: true, text: true } },
  tries: { orderBy: { number: 'asc' } },
} satisfies Prisma.DeliverySelect;

type Row = Prisma.DeliveryGetPayload<{ select: typeof select }>;

async function find(db: Db, id: string): Promise<Row> {
  const row = await db.delivery.findUnique({ where: { id }, select });
  if (!row) throw new AppError('not_found', 'There is no such message in the outbox.');
  return row;
}

/**
 * Whoever reads a private link can act as its owner. While nothing can be sent, the outbox is the only place to get it
 * from; afterwards only an admin sees it.
 */
function mayFollowLinks(actor: Actor): boolean {
  return !hasMailServer() || allowed(deliveryPolicy['delivery.readAccountMail'], actor, false);
}

/** The mail as it was frozen; null when its reader may not see it. */
function bodiesFor(actor: Actor, row: Row): Bodies | null {
  if (!row.content) return null;
  if (isAccountMail(row.purpose) && !allowed(deliveryPolicy['delivery.readAccountMail'], actor, false)) {
    return null;
  }
  const addressee = { ...row, variables: variablesSchema.parse(row.variables ?? {}) };
  return fillMail(row.content, addressee, !mayFollowLinks(actor));
}

function laterTries({ state, attempts, nextTryAt }: Row): string[] {
  if ((state !== 'PENDING' && state !== 'RETRY') || !nextTryAt) return [];
  const list: string[] = [];
  let at = nextTryAt.getTime();
  for (let tries = attempts + 1; list.length < 2; tries += 1) {
    const seconds = retryAfter(tries);
    if (seconds === null) break;
    at += seconds * 1000;
    list.push(new Date(at).toISOString());
  }
  return list;
}

function mailOf(actor: Actor, row: Row): DeliveryView['mail'] {
  const headers = frozenHeadersSchema.safeParse(row.headers);
  if (row.channel !== 'EMAIL' || !headers.success) return null;
  const { fromName, replyTo } = headers.data;
  const from = `${fromName} <${settings().mailFrom.address}>`;
  const text = bodiesFor(actor, row)?.text ?? null;
  return { from, replyTo, subject: row.subject, text, withLinks: text !== null && mayFollowLinks(actor) };
}

const input = z.object({ id: idInput('Name a message by its id.') });

/** One message with its tries and the mail exactly as frozen. */
export const readDelivery = query({
  name: 'delivery.read',
  input,
  answer: deliveryViewSchema,
  load: (db, { id }) => find(db, id),
  allow: permit(deliveryPolicy, 'delivery.read'),
  run: async ({ db, subject, ctx }): Promise<DeliveryView> => ({
    mayAllowAddress:
      allowed(deliveryPolicy['delivery.allowAddress'], ctx.actor, false) &&
      (await db.suppression.count({ where: suppressing(subject.address) })) > 0,
    ...rowView({ ...subject, tries: subject.tries.filter(({ outcome }) => outcome === 'SENT') }),
    version: subject.version,
    attemptList: subject.tries.map(({ number, outcome, code, answer, startedAt, finishedAt }) => ({
      number,
      outcome,
      code,
      answer,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
    })),
    laterTries: laterTries(subject),
    mail: mailOf(ctx.actor, subject),
  }),
});

/** The mail as a mail program shows it. @throws AppError `forbidden` for an account mail */
export const readDeliveryHtml = query({
  name: 'delivery.html',
  input,
  answer: z.string(),
  load: (db, { id }) => find(db, id),
  allow: permit(deliveryPolicy, 'delivery.read'),
  run: async ({ subject, ctx }): Promise<string> => {
    const bodies = bodiesFor(ctx.actor, subject);
    if (!bodies) {
      throw new AppError(
        'forbidden',
        'The link in this message signs its reader in, so only an admin reads it.',
      );
    }
    return bodies.html;
  },
});
