import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProcesses } from './bundle';
import { fingerprint, isCurrent, writeStamp } from './fingerprint';
import { withProgress } from './progress';
import { projectRoot } from './project';
import { runProgram } from './run-program';

const BUILD = join(projectRoot, '.next');

const pageFiles = [
  ...['app', 'components', 'lib', 'prisma/schema', 'public'],
  ...['proxy.ts', 'instrumentation.ts', 'next.config.js', 'next.config.ts', 'postcss.config.mjs'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/start/bundle.ts', 'scripts/demo'],
];

/** Builds the pages when anything they are made of has changed since the last build. */
export async function ensureBuild(): Promise<void> {
  const print = fingerprint(projectRoot, pageFiles);
  const stamp = join(BUILD, 'standby-build');
  if (isCurrent(stamp, print) && existsSync(join(BUILD, 'BUILD_ID'))) return;
  await withProgress(
    'Building the pages (after each change of the code, about a minute)',
    'The pages are built',
    async () => {
      rmSync(stamp, { force: true });
      const program = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next');
      const env = { NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
      await runProgram([program, 'build'], env, 'The pages could not be built.');
      await bundleProcesses();
    },
  );
  writeStamp(stamp, print);
}
