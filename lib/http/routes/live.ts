import { z } from 'zod';
import { headerContext } from '@/lib/auth/request-context';
import { handled } from '@/lib/http/api/handled';
import type { ApiAnswer, ApiRequest } from '@/lib/http/api/request';
import { staffAudience } from '@/lib/live/audience';
import { liveHeaders, streamHints } from '@/lib/live/streams';
import type { Audience } from '@/lib/live/topics';
import { AppError } from '@/lib/platform/errors';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { reporterAudience } from '@/lib/tracking/reporter-audience';

/** Streams one address may hold open: enough for an office behind one address, too few to exhaust the process. */
const perAddress = 500;
const open = oncePerProcess('http.liveStreams', () => new Map<string, number>());

function count(address: string, more: 1 | -1): void {
  const left = (open().get(address) ?? 0) + more;
  if (left > 0) open().set(address, left);
  else open().delete(address);
}

async function hints(
  { headers }: ApiRequest,
  audienceOf: () => Promise<Audience> | Audience,
): Promise<ApiAnswer> {
  const address = headers.get('x-standby-address') ?? 'direct';
  if ((open().get(address) ?? 0) >= perAddress) {
    const sentence = 'Too many pages of this network are open at once. Close some.';
    throw new AppError('rate_limited', sentence, { retryAfter: 30 });
  }
  const audience = await audienceOf();
  return {
    status: 200,
    headers: liveHeaders,
    body: async (sink) => {
      count(address, 1);
      sink.onClose(() => count(address, -1));
      await streamHints(sink, audience, headers.get('last-event-id'));
    },
  };
}

const input = z.object({});
const answer = z.string();

export const liveRoutes = {
  'GET /live': handled({
    says: 'Streams hints about everything that happened: which subjects, at which position of the log. No content',
    who: 'Members of the service team, signed in.',
    security: 'session',
    input,
    answer,
    type: 'text/event-stream',
    handle: async (request) =>
      await hints(request, async () => staffAudience((await headerContext(request.headers)).actor)),
  }),
  'GET /tracking/:token/live': handled({
    says: 'Streams hints about one report and the public part of its incident',
    who: 'Whoever has the private link.',
    input,
    answer,
    type: 'text/event-stream',
    handle: async (request, { token = '' }) => {
      const { headers, ...rest } = await hints(request, () => reporterAudience(token));
      return { ...rest, headers: { ...headers, 'x-robots-tag': 'noindex' } };
    },
  }),
};
