import { policy } from '@/lib/platform/policy';

/** Severity targets are a manager's promise to the users; everything else is looked after by an admin. */
export const settingsPolicy = policy({
  'settings.read': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'settings.change': { yes: ['ADMIN', 'CLI'] },
  'settings.changeClocks': { yes: ['MANAGER'] },
});
