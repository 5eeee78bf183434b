import { readFileSync } from 'node:fs';
import { type Command, Refusal } from '@/scripts/command';

export const auditVerify: Command = {
  words: 'audit verify',
  summary: 'recompute the chain over every event and say where it was tampered with',
  about: `Compares the chain also with its heads that the worker writes to audit-heads.jsonl in the data folder, once a
minute (STANDBY_AUDIT_SECONDS), where nobody who can change the database alone can reach them. Whoever can change this
machine reaches them too: STANDBY_AUDIT_WEBHOOK is sent each of them, and --heads names a file of what it was sent, a line each.`,
  options: {
    heads: { type: 'string', help: 'a file of heads that were stored elsewhere' },
  },
  async run({ heads: elsewhere }) {
    const { withInstallation } = await import('@/scripts/start/with-installation');
    return await withInstallation(async ({ dataDir }) => {
      const { verifyAudit } = await import('@/lib/platform/audit/verify-audit');
      const { headsIn, readAnchors } = await import('@/lib/audit/anchor');
      const stored = typeof elsewhere === 'string' ? headsIn(readFile(elsewhere)) : [];
      if (elsewhere !== undefined && stored.length === 0)
        throw new Refusal(`There is no head in ${elsewhere}.`);
      const anchors = [...(await readAnchors(dataDir)), ...stored];
      const { ok, checked, head, faults } = await verifyAudit(anchors);
      for (const fault of faults) process.stdout.write(`${fault}\n`);
      process.stdout.write(
        ok
          ? `${checked} events checked, the chain holds. ${heads(anchors.length)} ` +
              `Head: position ${head.position}, ${head.hash}\n`
          : `${checked} events checked, ${faults.length} faults found.\n`,
      );
      return ok ? 0 : 1;
    });
  },
};

function readFile(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    throw new Refusal(`${name} cannot be read: ${(error as Error).message}.`);
  }
}

function heads(count: number): string {
  if (count === 0) return 'No head was written down outside yet.';
  return count === 1
    ? 'The head written down outside agrees.'
    : `The ${count} heads written down outside agree.`;
}
