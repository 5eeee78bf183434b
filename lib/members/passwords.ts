import { hash, type Options, verify } from '@node-rs/argon2';
import { passwordFault } from '@/lib/members/rules/password';
import { AppError } from '@/lib/platform/errors';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

/** argon2id over 19 MiB, two passes: 22 ms of one core. */
const cost: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const longestQueue = 64;

interface Gate {
  running: number;
  waiting: (() => void)[];
  /** Checked against when there is no such member, so that the answer takes as long. */
  decoy?: Promise<string>;
}

// One for the process: it guards the cores.
const passwordGate = oncePerProcess('password gate', (): Gate => ({ running: 0, waiting: [] }));

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  const gate = passwordGate();
  if (gate.running >= atOnce) {
    if (gate.waiting.length >= longestQueue) {
      throw new AppError(
        'unavailable',
        'Many people are signing in at this moment. Try again in a few seconds.',
        {
          retryAfter: 3,
        },
      );
    }
    await new Promise<void>((go) => gate.waiting.push(go));
  } else gate.running += 1;
  try {
    return await work();
  } finally {
    const next = gate.waiting.shift();
    if (next) next();
    else gate.running -= 1;
  }
}

/** @throws AppError `unavailable` when too many are waiting */
export async function hashPassword(password: string): Promise<string> {
  return await oneOfFew(() => hash(password, cost));
}

/**
 * Whether a password is the one of a stored hash. Without a hash the work is done all the same, and the answer is no.
 * @throws AppError `unavailable` when too many are waiting
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const gate = passwordGate();
  gate.decoy ??= hash('nobody signs in with this', cost);
  const against = stored ?? (await gate.decoy);
  const same = await oneOfFew(() => verify(against, password));
  return same && stored !== null;
}

/** @throws AppError `invalid` at the field `password` */
export function assertGoodPassword(password: string, about: readonly string[]): void {
  const fault = passwordFault(password, about);
  if (fault) throw new AppError('invalid', fault, { fields: { password: [fault] } });
}
