import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextRound } from 'node:timers/promises';
import { siteOf } from '@/lib/auth/address-block';
import { readBearer } from '@/lib/auth/key-lookup';
import { readSessionCookie } from '@/lib/auth/sessions/cookies';
import { AppError } from '@/lib/platform/errors';
import { FairTurns, type Origin } from '@/lib/platform/limits/fair-turns';
import { limit } from '@/lib/platform/limits/limit';
import { fingerprint } from '@/lib/platform/limits/rate-limit';
import { pause } from '@/lib/platform/process/pause';
import type { RequestFacts } from './routes/fast-routes';

export const tooMany = 'Too much is asked of Standby at this moment. Try again in a few seconds.';

/** A turn is over sooner when its work only waits, for the database say: while the processor has nothing to do. */
const looks = { everyMs: 100, most: 10, free: 0.8 };

async function processorIsFree(over: AbortSignal): Promise<void> {
  for (let look = 0; look < looks.most && !over.aborted; look += 1) {
    const before = performance.eventLoopUtilization();
    await pause(looks.everyMs, over);
    if (performance.eventLoopUtilization(before).utilization < looks.free) return;
  }
}

const queue = limit({
  name: 'requests:waiting',
  counts:
    'pages, and as many calls of the API, that wait for their turn; a full queue drops the last one of the network with the most',
  most: 2_000,
  beyond: 'refused',
}).most;

/** Whose request it is, as far as it says: a network, and in it whoever has this session or this key. */
export function callerOf(
  request: Pick<IncomingMessage, 'headers'>,
  { client, address }: Pick<RequestFacts, 'client' | 'address'>,
) {
  const { authorization, cookie } = request.headers;
  const from = client ?? address;
  const given = readBearer(authorization ?? null) ?? readSessionCookie(cookie ?? null);
  return { addressBlock: siteOf(from) ?? from, caller: given && fingerprint(given) };
}

/**
 * Lets only so many be worked on at once in this process, and those who wait go round among networks, and in each among
 * sessions and keys: whoever asks for much waits for themselves.
 * @param ofCaller so many at once of one session or key
 * @returns what runs a piece of work in its turn; it answers null when too many are waiting
 */
export function fairly(atOnce: number, ofCaller: number) {
  const turns = new FairTurns(atOnce, queue, tooMany, ofCaller);
  return async <T>(caller: Origin, work: () => Promise<T>): Promise<T | null> => {
    let answer: Promise<T> | null = null;
    try {
      await turns.take(caller, async () => {
        answer = work();
        const over = new AbortController();
        await Promise.race([answer.catch(() => {}), processorIsFree(over.signal)]);
        over.abort();
        // Else all that waits would be worked through before anybody new is heard.
        await nextRound();
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'unavailable') return null;
      throw error;
    }
    return await answer;
  };
}

const running = { beyond: 'waits for its turn; turns go round among networks' };

/** Drawing one takes the processor for ten milliseconds and more, and nothing else is answered meanwhile. */
export const pagesAtOnce = limit({ name: 'pages:running', counts: 'pages', most: 6, ...running }).most;

/** As many as have something to do while the database works for the others. */
export const callsAtOnce = limit({
  name: 'calls:running',
  counts: 'calls of the API',
  most: 32,
  ...running,
}).most;

/** Several do not make it faster for whoever asks, and slower for all others. */
export const ofCaller = limit({
  name: 'requests:caller',
  counts: 'pages, and as many calls of the API, of one session or API key',
  most: 3,
  beyond: 'waits for its turn',
}).most;
