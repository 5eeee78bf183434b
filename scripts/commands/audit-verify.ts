import type { Command } from '@/scripts/command';

export const auditVerify: Command = {
  words: 'audit verify',
  summary: 'recompute the chain over every event and say where it was tampered with',
  options: {},
  async run() {
    const { withInstallation } = await import('@/scripts/start/with-installation');
    return await withInstallation(async () => {
      const { verifyAudit } = await import('@/lib/platform/audit');
      const { ok, checked, head, faults } = await verifyAudit();
      for (const fault of faults) process.stdout.write(`${fault}\n`);
      process.stdout.write(
        ok
          ? `${checked} events checked, the chain holds. Head: position ${head.position}, ${head.hash}\n`
          : `${checked} events checked, ${faults.length} faults found.\n`,
      );
      return ok ? 0 : 1;
    });
  },
};
