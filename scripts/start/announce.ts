import type { Settings } from '@/lib/platform/env';
import type { Welcome } from './first-start';
import type { Installation } from './installation';

/** Where to go and who to sign in as, once everything answers. */
export function announce(settings: Settings, installation: Installation, welcome: Welcome): void {
  const lines = ['', `Standby is ready${installation.demo ? ', with demo data' : ''}.`, ''];
  if (settings.role === 'worker') lines.push('  This process is a worker; it opens no port.');
  else {
    lines.push(`  Status page  ${settings.url}/`, `  Report       ${settings.url}/report`);
    lines.push(`  Console      ${settings.url}/sign-in`);
  }
  if (welcome.signIns.length > 0) {
    const width = Math.max(...welcome.signIns.map(({ email }) => email.length));
    lines.push('', `  ${welcome.heading}`);
    for (const one of welcome.signIns)
      lines.push(`    ${one.email.padEnd(width)}  ${one.password}  ${one.role}`);
  }
  if (installation.demo) {
    lines.push('', '  For a real installation instead: npm start -- --empty');
  }
  lines.push('', 'Ctrl-C stops it.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
