import { isAppError } from '@/lib/platform/errors';
import { printToWhoeverReads } from '@/lib/platform/process/ending';
import { UsageError } from './command';
import { commands } from './commands';
import { dispatch } from './dispatch';

printToWhoeverReads();
// When the launcher is killed without a chance to pass it on, its end is the same as a stop signal.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

try {
  process.exit(await dispatch(commands, process.argv.slice(2), (text) => process.stdout.write(text)));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
}

/** A sentence for what a person can mend; the stack as well when the fault is in Standby. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isFault = [TypeError, ReferenceError, RangeError, SyntaxError].some((kind) => error instanceof kind);
  if (isFault) return `Standby failed: ${error.stack}`;
  const fields = isAppError(error) ? Object.values(error.fields).flat() : [];
  return [...new Set([error.message, ...fields])].join('\n');
}
