import type { Route } from 'next';
import { db } from '@/lib/database/db';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { to } from '@/lib/platform/rules/to';
import {
  type LinkPurpose,
  linkToken,
  linkTokenHash,
  verifyLinkToken,
} from '@/lib/platform/secrets/link-token';
import { choicesQuery } from './rules/choices';
import type { Choices } from './schema';

type Purpose = Extract<LinkPurpose, 'subscription-confirm' | 'subscription-manage' | 'unsubscribe'>;

/** The page that asks "send updates to this address?", with what was asked for by whoever caused this mail. */
export function confirmationPath(subscriberId: string, asked?: Choices): Route {
  const path = `/subscriptions/${linkToken('subscription-confirm', subscriberId)}` as const;
  return to(asked ? `${path}?${choicesQuery(asked)}` : path);
}

/** The page where a subscription is changed or ended. */
export function subscriptionPath(subscriberId: string): Route {
  return to(`/subscriptions/${linkToken('subscription-manage', subscriberId)}`);
}

/** Where a mail program ends a subscription by one POST (RFC 8058). */
export function oneClickPath(subscriberId: string): Route {
  return to(`/subscriptions/${linkToken('unsubscribe', subscriberId)}/unsubscribe`);
}

export function confirmationHash(subscriberId: string): Uint8Array<ArrayBuffer> {
  return linkTokenHash(linkToken('subscription-confirm', subscriberId));
}

export function unsubscribeHash(subscriberId: string): Uint8Array<ArrayBuffer> {
  return linkTokenHash(linkToken('unsubscribe', subscriberId));
}

const purposes: readonly Purpose[] = ['subscription-manage', 'subscription-confirm', 'unsubscribe'];

export interface OpenedLink {
  subscriberId: string;
  purpose: Purpose;
  ctx: Context;
}

/**
 * Who comes with a link out of a mail, as an actor.
 * @throws AppError `not_found` when the link was not made here, or its subscription is gone
 */
export async function openSubscriptionLink(ctx: Context, token: string): Promise<OpenedLink> {
  for (const purpose of purposes) {
    const subscriberId = verifyLinkToken(purpose, token);
    if (!subscriberId) continue;
    // The row is asked for by the hash of the link that every subscriber has, so that deleting it ends all its links.
    const known = await db().subscriber.count({
      where: { id: subscriberId, unsubscribeTokenHash: unsubscribeHash(subscriberId) },
    });
    if (known > 0)
      return { subscriberId, purpose, ctx: { ...ctx, actor: { kind: 'subscriber', subscriberId } } };
  }
  throw new AppError(
    'not_found',
    'This link is not valid. Check that all of it was copied, or subscribe again from the status page.',
  );
}
