import type { Command } from '@/scripts/command';

export const userCreate: Command = {
  words: 'user create',
  summary: 'add a member and print a password for the first sign-in, once',
  options: {
    email: { type: 'string', required: true, help: 'the address to sign in with' },
    role: { type: 'string', required: true, help: 'user, developer, responder, manager or admin' },
    name: { type: 'string', help: 'how others see this person; the address without its domain, if left out' },
  },
  async run({ email, role, name }) {
    const { readRole } = await import('@/scripts/role-option');
    const wanted = readRole(role);
    const { withInstallation } = await import('@/scripts/start/with-installation');
    const made = await withInstallation(async () => {
      const { createMemberWithPassword } = await import('@/scripts/start/create-member-with-password');
      return await createMemberWithPassword(String(email), wanted, name ? String(name) : undefined);
    });
    process.stdout.write(
      `${made.email} can sign in as ${made.role}.\nPassword, shown once: ${made.password}\n`,
    );
    return 0;
  },
};
