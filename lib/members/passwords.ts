import { hash, type Options, verify } from '@node-rs/argon2';
import { passwordFault, preparedPassword } from '@/lib/members/rules/password';
import { AppError } from '@/lib/platform/errors';
import { FairTurns } from '@/lib/platform/limits/fair-turns';
import { limit, type Network } from '@/lib/platform/limits/limit';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { isPublishedPassword } from './published-passwords';

/** argon2id over 19 MiB, two passes: 22 ms of one core. */
const cost: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = limit({
  name: 'passwords:running',
  counts: 'passwords looked at or hashed, of everybody; turns go round among networks',
  most: 2,
  beyond: 'waits for its turn',
});
const queue = limit({
  name: 'passwords:waiting',
  counts: 'passwords that wait for their turn; a full queue drops the last one of the network with the most',
  most: 64,
  beyond: 'refused',
});

interface Gate {
  turns: FairTurns;
  /** Checked against when there is no such member, so that the answer takes as long. */
  decoy?: Promise<string>;
}

const full = 'Many people are signing in at this moment. Try again in a few seconds.';

// One for the process: it guards the cores.
const passwordGate = oncePerProcess(
  'password gate',
  (): Gate => ({ turns: new FairTurns(atOnce.most, queue.most, full) }),
);

/** @throws AppError `unavailable` when too many are waiting */
export async function hashPassword(password: string, from: Network = {}): Promise<string> {
  return await passwordGate().turns.take(from, () => hash(preparedPassword(password), cost));
}

/**
 * Whether a password is the one of a stored hash. Without a hash the work is done all the same, and the answer is no.
 * @throws AppError `unavailable` when too many are waiting
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
  from: Network = {},
): Promise<boolean> {
  const gate = passwordGate();
  gate.decoy ??= hash('nobody signs in with this', cost);
  const against = stored ?? (await gate.decoy);
  // In one turn, so that nobody who is refused has had one of them looked at.
  return await gate.turns.take(from, async () => {
    for (const spelling of spellings(password)) if (await verify(against, spelling)) return stored !== null;
    return false;
  });
}

/** What a hash may have been made of: the prepared password, or, before passwords were prepared, what was typed. */
function spellings(typed: string): string[] {
  const prepared = preparedPassword(typed);
  return [...new Set([prepared, typed, typed.normalize('NFC'), prepared.normalize('NFD')])];
}

const published =
  'This one stands in lists of passwords that others have lost, and is tried early. Add words of your own.';

/** @throws AppError `invalid` at the field `password` */
export function assertGoodPassword(password: string, about: readonly string[]): void {
  const fault = passwordFault(password, about) ?? (isPublishedPassword(password) ? published : null);
  if (fault) throw new AppError('invalid', fault, { fields: { password: [fault] } });
}
