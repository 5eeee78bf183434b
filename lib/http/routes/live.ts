import { z } from 'zod';
import { headerContext, networkOfCall } from '@/lib/auth/request-context';
import { handled } from '@/lib/http/api/handled';
import type { ApiAnswer, ApiRequest } from '@/lib/http/api/request';
import { staffAudience } from '@/lib/live/audience';
import { mostPagesOfStream } from '@/lib/live/schema';
import { type LiveSink, liveHeaders, partOf, refusePart, streamHints } from '@/lib/live/streams';
import type { Audience } from '@/lib/live/topics';
import { AppError, isAppError } from '@/lib/platform/errors';
import { parseInput } from '@/lib/platform/input/parse-input';
import { urlEncodedFields } from '@/lib/platform/input/utf8';
import { limit, ofNetwork, type RateRule } from '@/lib/platform/limits/limit';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { reporterAudience } from '@/lib/tracking/reporter-audience';

const streams = limit({
  name: 'live:network',
  counts:
    'pages of a network that open streams are for: enough for an office, too few to exhaust the process',
  most: 500,
  beyond: 'refused',
});
const open = oncePerProcess('http.liveStreams', () => new Map<string, number>());

function count(rules: readonly RateRule[], more: number): void {
  for (const { bucket } of rules) {
    const left = (open().get(bucket) ?? 0) + more;
    if (left > 0) open().set(bucket, left);
    else open().delete(bucket);
  }
}

/** @throws AppError `rate_limited` */
function assertRoom(rules: readonly RateRule[], more: number): void {
  if (rules.every(({ bucket, limit: most }) => (open().get(bucket) ?? 0) + more <= most)) return;
  const sentence = 'Too many pages of this network are open at once. Close some.';
  throw new AppError('rate_limited', sentence, { retryAfter: 30 });
}

async function hints<A>(
  { headers }: ApiRequest,
  audienceOf: () => Promise<A> | A,
  follow: (sink: LiveSink, audience: A) => Promise<void>,
  pages = 1,
): Promise<ApiAnswer> {
  const rules = ofNetwork(streams, networkOfCall(headers));
  assertRoom(rules, pages);
  const audience = await audienceOf();
  // Many may have come in while it was looked up.
  assertRoom(rules, pages);
  return {
    status: 200,
    headers: liveHeaders,
    body: async (sink) => {
      // Who left meanwhile is never told to have closed.
      if (sink.isClosed()) return;
      count(rules, pages);
      sink.onClose(() => count(rules, -pages));
      await follow(sink, audience);
    },
  };
}

const afterLast =
  ({ headers }: ApiRequest) =>
  (sink: LiveSink, audience: Audience) =>
    streamHints([{ sink, audience }], headers.get('last-event-id'));

const input = z.object({});
const browserInput = z.object({
  /** What its pages show: `member/<id>`, `link/<token of a private link>`. */
  of: z
    .string('Say what the pages show: member/<id> or link/<token>, with commas.')
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^(member|link)\/[\w-]{1,80}$/, 'Say what the pages show: member/<id> or link/<token>.'),
        )
        .max(mostPagesOfStream, `One stream is of at most ${mostPagesOfStream} pages.`)
        .refine((pages) => new Set(pages).size === pages.length, 'Name each page once.'),
    ),
  /** The id of the last event that the browser heard; the header Last-Event-ID is newer. */
  after: z
    .string()
    .regex(/^\d{1,18}$/, 'A position is a number.')
    .optional(),
});

const refusals: ReadonlySet<string> = new Set(['unauthenticated', 'forbidden', 'not_found']);

/** Null when the browser may not hear it: a member who is not the one that is signed in, a link that has ended. */
async function audienceOfPage({ headers }: ApiRequest, page: string): Promise<Audience | null> {
  const [kind, of = ''] = page.split('/');
  try {
    if (kind === 'link') return await reporterAudience(of);
    const { actor } = await headerContext(headers);
    return actor.kind === 'member' && actor.memberId === of ? staffAudience(actor) : null;
  } catch (error) {
    if (isAppError(error) && refusals.has(error.code)) return null;
    throw error;
  }
}
const answer = z.string();

export const liveRoutes = {
  'GET /live/browser': handled({
    says: 'Streams the hints for all pages of one browser: the first line of the data says for which, by its place in `of`',
    who: 'Whoever has the private links, and the member who is signed in. What they may not hear is refused by name.',
    input: browserInput,
    answer,
    type: 'text/event-stream',
    handle: async (request) => {
      const { of, after = null } = parseInput(
        browserInput,
        Object.fromEntries(urlEncodedFields(request.query)),
      );
      const last = request.headers.get('last-event-id') ?? after;
      // One after the other: a stream of many pages takes one connection to the database, as others do.
      const audiencesOf = async () => {
        const audiences: (Audience | null)[] = [];
        for (const page of of) audiences.push(await audienceOfPage(request, page));
        return audiences;
      };
      const follow = async (sink: LiveSink, audiences: (Audience | null)[]) => {
        for (const [part, audience] of audiences.entries()) if (!audience) refusePart(sink, part);
        const heard = audiences.flatMap((audience, part) =>
          audience ? [{ sink: partOf(sink, part), audience }] : [],
        );
        await streamHints(heard, last, true);
      };
      return await hints(request, audiencesOf, follow, of.length);
    },
  }),
  'GET /live': handled({
    says: 'Streams hints about everything that happened: which subjects, at which position of the log. No content',
    who: 'Members of the service team, signed in.',
    security: 'session',
    input,
    answer,
    type: 'text/event-stream',
    handle: async (request) =>
      await hints(
        request,
        async () => staffAudience((await headerContext(request.headers)).actor),
        afterLast(request),
      ),
  }),
  'GET /tracking/:token/live': handled({
    says: 'Streams hints about one report and the public part of its incident',
    who: 'Whoever has the private link.',
    input,
    answer,
    type: 'text/event-stream',
    handle: async (request, { token = '' }) => {
      const { headers, ...rest } = await hints(request, () => reporterAudience(token), afterLast(request));
      return { ...rest, headers: { ...headers, 'x-robots-tag': 'noindex' } };
    },
  }),
};
