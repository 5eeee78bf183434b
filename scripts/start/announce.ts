import type { Settings } from '@/lib/platform/process/environment';
import { loopback, readFleet } from '@/scripts/demo/fleet/fleet-file';
import type { DemoFleet } from './first-demo';
import type { Welcome } from './first-start';
import type { Installation } from './installation';

/** Where to go and who to sign in as, once everything answers. */
export function announce(
  settings: Settings,
  installation: Installation,
  welcome: Welcome,
  fleet: DemoFleet | null = null,
): void {
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
  if (fleet) lines.push(...aboutFleet(fleet));
  if (installation.demo) {
    lines.push('', '  For a real installation instead: npm start -- --empty');
  }
  lines.push('', 'Ctrl-C stops it.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What can be broken: real servers, so that `curl` shows what Standby says. */
function aboutFleet({ folder }: DemoFleet): string[] {
  const fleet = readFleet(folder);
  if (!fleet) return [];
  return [
    '',
    `  A real shop to break and bring back: curl ${loopback(fleet.ports.live.front)}/health`,
    '    npm run standby -- demo break primary --how down    (or slow, wrong, disk)',
    '    npm run standby -- demo mend',
    '    npm run standby -- demo status',
  ];
}
