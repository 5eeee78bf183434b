import type { Command } from '@/scripts/command';

export const migrateCommand: Command = {
  words: 'migrate',
  summary: 'bring the database up to date (start does this by itself)',
  options: {},
  async run() {
    const { withInstallation } = await import('@/scripts/start/with-installation');
    const applied = await withInstallation(async ({ applied }) => applied);
    const line =
      applied.length === 0 ? 'The database was up to date.' : `Applied ${applied.length} migrations.`;
    process.stdout.write(`${line}\n`);
    return 0;
  },
};
