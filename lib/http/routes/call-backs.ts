import { callOf } from '@/lib/auth/request-context';
import { callBackSchema } from '@/lib/automation/rules/answer';
import { db } from '@/lib/database/db';
import { handled } from '@/lib/http/api/handled';
import { jsonAnswer } from '@/lib/http/api/request';
import { readBytes } from '@/lib/http/body';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { callBack, callerOfToken } from '@/lib/runs/commands/call-back';
import { type CallBackView, callBackViewSchema } from '@/lib/runs/queries/views';

const limit = 64_000;

/** A repeated one is content with its answer; the others are told what is wrong with them. */
const statuses: Record<CallBackView['why'], number> = {
  TAKEN: 200,
  REPEATED: 200,
  SIGNATURE: 401,
  UNREADABLE: 400,
  LATE: 409,
  OVER: 409,
};

/**
 * The call-back of an automation: the token in the path says of which call, the signature over the body that it is
 * the automation. No cookie or key is looked at.
 */
export const callBackRoutes = {
  'POST /automation/call-backs/:token': handled({
    says: 'An automation says how its call ended',
    who: 'The automation that was called: the token names the call, and the signature over the body proves who speaks.',
    input: callBackSchema,
    answer: callBackViewSchema,
    handle: async (request, { token = '' }) => {
      if (!/^[A-Za-z0-9_-]{43}$/.test(token)) {
        throw new AppError('not_found', 'Nobody waits for a call-back here.');
      }
      const body = Buffer.from(await readBytes(request, limit)).toString('utf8');
      const attemptId = await callerOfToken(db(), token);
      const { idempotencyKey: _, ...call } = callOf(request.headers);
      const ctx: Context = { ...call, actor: { kind: 'callback', attemptId } };
      const headers = Object.fromEntries(
        ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
          name,
          request.headers.get(name) ?? '',
        ]),
      );
      const view = await callBack(ctx, { token, body, headers });
      return jsonAnswer(view, statuses[view.why]);
    },
  }),
};
