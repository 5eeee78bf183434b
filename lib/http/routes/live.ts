import { z } from 'zod';
import { headerContext, networkOfCall } from '@/lib/auth/request-context';
import { handled } from '@/lib/http/api/handled';
import type { ApiAnswer, ApiRequest } from '@/lib/http/api/request';
import { staffAudience } from '@/lib/live/audience';
import { liveHeaders, streamHints } from '@/lib/live/streams';
import type { Audience } from '@/lib/live/topics';
import { AppError } from '@/lib/platform/errors';
import { limit, ofNetwork, type RateRule } from '@/lib/platform/limits/limit';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { reporterAudience } from '@/lib/tracking/reporter-audience';

const streams = limit({
  name: 'live:network',
  counts: 'open streams of a network: enough for an office, too few to exhaust the process',
  most: 500,
  beyond: 'refused',
});
const open = oncePerProcess('http.liveStreams', () => new Map<string, number>());

function count(rules: readonly RateRule[], more: 1 | -1): void {
  for (const { bucket } of rules) {
    const left = (open().get(bucket) ?? 0) + more;
    if (left > 0) open().set(bucket, left);
    else open().delete(bucket);
  }
}

/** @throws AppError `rate_limited` */
function assertRoom(rules: readonly RateRule[]): void {
  if (rules.every(({ bucket, limit: most }) => (open().get(bucket) ?? 0) < most)) return;
  const sentence = 'Too many pages of this network are open at once. Close some.';
  throw new AppError('rate_limited', sentence, { retryAfter: 30 });
}

async function hints(
  { headers }: ApiRequest,
  audienceOf: () => Promise<Audience> | Audience,
): Promise<ApiAnswer> {
  const rules = ofNetwork(streams, networkOfCall(headers));
  assertRoom(rules);
  const audience = await audienceOf();
  // Many may have come in while it was looked up.
  assertRoom(rules);
  return {
    status: 200,
    headers: liveHeaders,
    body: async (sink) => {
      count(rules, 1);
      sink.onClose(() => count(rules, -1));
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
