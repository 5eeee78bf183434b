import { callOf } from '@/lib/auth/request-context';
import { db } from '@/lib/database/db';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { type CallBackView, callBack, callerOfToken } from '@/lib/runs/commands/call-back';
import { readBytes } from './body';
import { problemResponse } from './problem';

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
export async function receiveCallBack(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  try {
    const { token } = await params;
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) {
      throw new AppError('not_found', 'Nobody waits for a call-back here.');
    }
    const body = Buffer.from(await readBytes(request, limit)).toString('utf8');
    const attemptId = await callerOfToken(db(), token);
    const { idempotencyKey: _, ...call } = callOf(request.headers);
    const ctx: Context = { ...call, actor: { kind: 'callback', attemptId } };
    const headers = Object.fromEntries(request.headers);
    const view = await callBack(ctx, { token, body, headers });
    return Response.json(view, { status: statuses[view.why], headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}
