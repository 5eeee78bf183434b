import { text } from 'node:stream/consumers';
import { type Command, UsageError } from '@/scripts/command';

export const userCreate: Command = {
  words: 'user create',
  summary: 'add a member and print a password for the first sign-in, once',
  options: {
    email: { type: 'string', required: true, help: 'the address to sign in with' },
    role: { type: 'string', required: true, help: 'user, developer, responder, manager or admin' },
    name: { type: 'string', help: 'how others see this person; the address without its domain, if left out' },
    'password-stdin': { type: 'boolean', help: 'take the password from the first line of standard input' },
  },
  async run({ email, role, name, 'password-stdin': fromInput }) {
    const { readRole } = await import('@/scripts/role-option');
    const wanted = readRole(role);
    const given = fromInput ? (await text(process.stdin)).split('\n')[0]?.replace(/\r$/, '') : undefined;
    if (given === '') throw new UsageError('Standard input holds no password.');
    const { withInstallation } = await import('@/scripts/start/with-installation');
    const made = await withInstallation(async () => {
      const { createMemberWithPassword } = await import('@/scripts/start/create-member-with-password');
      return await createMemberWithPassword(String(email), wanted, name ? String(name) : undefined, given);
    });
    const shown = given === undefined ? `Password, shown once: ${made.password}\n` : '';
    process.stdout.write(`${made.email} can sign in as ${made.role}.\n${shown}`);
    return 0;
  },
};
