import type { SuppressReason, Variables } from '@/lib/deliveries/schema';

export interface UnsentMail {
  /** The recipient wants no more of these. */
  left: boolean;
  /** A newer update about the same incident waits for or went to the same recipient. */
  newer: boolean;
  attempts: number;
  createdAt: Date;
  variables: Variables;
}

const waitedTooLongMs = 24 * 3_600_000;

/**
 * Why a mail is not sent after all, or null. One that was never tried for a day waited for a mail server to be set up;
 * by then it is no news.
 */
export function suppressFor(mail: UnsentMail, now: Date): SuppressReason | null {
  const { left, newer, attempts, createdAt, variables } = mail;
  if (left) return 'UNSUBSCRIBED';
  if (newer) return 'NEWER';
  if (variables.notAfter && new Date(variables.notAfter) <= now) return 'OVER';
  if (attempts === 0 && now.getTime() - createdAt.getTime() > waitedTooLongMs) return 'TOO_OLD';
  return null;
}
