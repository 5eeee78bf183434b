import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparedPassword } from '@/lib/members/rules/password';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

const bytes = 5;

/**
 * The 10,000 most frequent of 12 and more characters among ten million passwords that became public after break-ins
 * (collected by Mark Burnett, public domain), in lower case, each as the first 5 bytes of its SHA-256.
 */
const published = oncePerProcess('published passwords', () => {
  // The project is the working directory of every process; the bundler must not follow this path.
  const path = join(/* turbopackIgnore: true */ process.cwd(), 'lib/members/published-passwords.bin');
  const file = readFileSync(path);
  const places = Array.from({ length: file.length / bytes }, (_, index) => index * bytes);
  return new Set(places.map((at) => file.toString('hex', at, at + bytes)));
});

/** Whether a password is one of those that guessers take from what others have lost. */
export function isPublishedPassword(password: string): boolean {
  const hash = Buffer.from(sha256(preparedPassword(password).toLowerCase()));
  return published().has(hash.toString('hex', 0, bytes));
}
