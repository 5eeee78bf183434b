import type { Command } from '@/scripts/command';

export const keyCreate: Command = {
  words: 'key create',
  summary: 'make an API key and print it, once',
  about: 'Makes an API key and prints it once, for “Authorization: Bearer …”.',
  options: {
    name: { type: 'string', required: true, help: 'what the key is for' },
    role: { type: 'string', required: true, help: 'user, developer, responder, manager or admin' },
    until: { type: 'string', help: 'its last day, such as 2027-06-09; a year from now unless said' },
  },
  async run({ name, role, until }) {
    const { readRole } = await import('@/scripts/role-option');
    const acting = readRole(role);
    const { withInstallation } = await import('@/scripts/start/with-installation');
    const key = await withInstallation(async () => {
      const { createKey } = await import('@/lib/members/commands/create-key');
      const { cliContext } = await import('@/lib/platform/context');
      const lastDay = until === undefined ? {} : { lastDay: String(until) };
      return await createKey(cliContext(), { name: String(name), role: acting, ...lastDay });
    });
    process.stdout.write(
      `The key “${key.name}” acts as ${key.role} until ${key.expiresAt.slice(0, 10)}.\nKey, shown once: ${key.secret}\n`,
    );
    return 0;
  },
};
