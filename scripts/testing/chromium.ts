import { existsSync } from 'node:fs';
import { runTool } from './run-tool';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The Chromium of the machine; installed from the system's packages when there is none and we may. */
export async function findChromium(): Promise<string> {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named && !existsSync(named))
    throw new Error(`PLAYWRIGHT_CHROMIUM is “${named}”, which does not exist.`);
  const found = named ?? places.find((place) => existsSync(place));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installChromium();
  const installed = places.find((place) => existsSync(place));
  if (installed) return installed;
  throw new Error(
    'The browser tests need a Chromium, and there is none. Install it (Debian: “apt-get install chromium”), ' +
      'or name one with PLAYWRIGHT_CHROMIUM.',
  );
}

async function installChromium(): Promise<void> {
  process.stdout.write('Installing Chromium for the browser tests …\n');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runTool('/usr/bin/apt-get', ['update', '-qq'], { env });
  await runTool('/usr/bin/apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
}
