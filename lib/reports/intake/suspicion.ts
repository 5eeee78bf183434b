import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { FileReportInput } from '@/lib/reports/schema';
import { judgeFormStamp } from './form-stamp';

/**
 * Whether a stranger's report looks like the work of a program: the field that people do not see is filled, or the
 * form was not made here. Such a report is not dropped but held, because people are mistaken for programs too.
 * @throws AppError `rate_limited` for a form that came back faster than a person can fill it
 */
export function looksAutomatic(ctx: Context, input: FileReportInput, clientKey: string): boolean {
  if (ctx.actor.kind !== 'anonymous') return false;
  const stamp = judgeFormStamp(input.stamp, clientKey, ctx.now?.getTime());
  if (stamp === 'early') {
    const sentence =
      'That was faster than most people read. Nothing is lost: wait two seconds and send it again.';
    throw new AppError('rate_limited', sentence, { retryAfter: 2 });
  }
  return stamp === 'unknown' || Boolean(input.website?.trim());
}

const whyHeld = {
  automatic: 'We could not tell this report from an automatic one.',
  crowded: 'Very many reports come in at this moment.',
};

/** A held report waits for its address, so it needs one. @throws AppError `invalid` */
export function assertReachable({ email }: Pick<FileReportInput, 'email'>, why: keyof typeof whyHeld): void {
  if (email) return;
  const reason =
    'Enter your e-mail address this time: we send you a link, and with it your report reaches the team.';
  throw new AppError('invalid', `${whyHeld[why]} ${reason}`, { fields: { email: [reason] } });
}
