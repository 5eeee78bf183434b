import { AppError } from '@/lib/platform/errors';
import { isolated } from '@/lib/platform/rules/isolate';
import type { Guard } from '@/lib/probes/outgoing/guard';
import { type Asked, askCase } from '@/lib/suites/replaying/ask-case';
import type { ReceivedAnswer } from '@/lib/suites/rules/answer';
import type { CaseRequest, Comparison } from '@/lib/suites/rules/case';

export interface CaseToAsk {
  id: string;
  name: string;
  version: number;
  request: CaseRequest;
  comparison: Comparison;
  timeoutMs: number;
}

export interface Recorded {
  received: ReceivedAnswer;
  /** Kept for a comparison of text or JSON. */
  body: Uint8Array<ArrayBuffer> | null;
}

interface RecordOptions {
  address: string;
  guard: Guard;
  signal: AbortSignal;
}

const atOnce = 8;

/** Larger text is compared by its bytes only, which needs no copy of it. */
const mostText = 1024 * 1024;

/** One round over all cases. @throws AppError `precondition` as soon as one gives no answer to build on */
export async function recordAll(
  cases: readonly CaseToAsk[],
  options: RecordOptions,
): Promise<Map<string, Recorded>> {
  const waiting = [...cases];
  const recorded = new Map<string, Recorded>();
  const failing = new AbortController();
  const signal = AbortSignal.any([options.signal, failing.signal]);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      recorded.set(next.id, await recordOne(next, { ...options, signal }));
    }
  };
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((error: unknown) => {
      // The first refusal counts; those that it cut off have nothing to say.
      if (!signal.aborted) failing.abort(error);
    }),
  );
  await Promise.all(workers);
  if (failing.signal.aborted) throw failing.signal.reason;
  if (signal.aborted) {
    throw new AppError(
      'precondition',
      'The address took more than two minutes for all cases. Nothing was kept.',
    );
  }
  return recorded;
}

async function recordOne(one: CaseToAsk, options: RecordOptions): Promise<Recorded> {
  const asked = await askCase(one.request, { ...options, timeoutMs: one.timeoutMs });
  const why = unfitReason(one, asked);
  if (why === null && asked.ok) {
    const { received, body } = asked;
    const storesBody = body !== null && received.text !== null && body.length <= mostText;
    return { received, body: storesBody ? new Uint8Array(body) : null };
  }
  throw new AppError(
    'precondition',
    `“${isolated(one.name)}” gives nothing to build on: ${why} Nothing was kept.`,
  );
}

/** Why an answer cannot be a known good one, as a sentence; null when it can. */
function unfitReason({ comparison }: CaseToAsk, asked: Asked): string | null {
  if (!asked.ok) return asked.sentence;
  const { answer, text } = asked.received;
  if (answer.kind !== 'HTTP') return answer.ok ? null : answer.sentence;
  if (comparison.kind !== 'HTTP') return null;
  const { body } = comparison;
  const needsText = body.as === 'JSON' || body.as === 'TEXT';
  if (needsText && text === null) return 'its body is no text. Compare its bytes instead.';
  if (needsText && answer.size > mostText) {
    return 'its body has more than 1 MB. Compare its bytes, or some words of it, instead.';
  }
  if (body.as === 'JSON' && !isJson(text)) {
    return `its body is no JSON${answer.size === 0 ? ', but empty' : ''}. Compare it in another way.`;
  }
  const missing = body.as === 'CONTAINS' ? body.texts.find((words) => !text?.includes(words)) : undefined;
  return missing === undefined ? null : `“${isolated(missing)}” is not in its answer.`;
}

function isJson(text: string | null): boolean {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch {
    return false;
  }
}
