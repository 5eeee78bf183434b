import { subject } from '@/lib/platform/subject';
import { settingsId } from './events';
import { settingsInForce } from './in-force';

export const settings = subject({
  noun: 'settings',
  table: 'settingsVersion',
  select: { version: true },
  answers: { version: true },
  words: { one: 'settings', this: 'the settings' },
  // A change adds a version, so no row is there to be locked: changes take turns by the noun itself.
  load: async (tx, noun) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${noun}, 0))`;
    return { id: settingsId, ...(await settingsInForce(tx)) };
  },
});
export type SettingsSubject = Awaited<ReturnType<typeof settings.lock>>;
