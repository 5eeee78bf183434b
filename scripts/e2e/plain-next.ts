import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '@/scripts/start/project';
import { withInstallation } from '@/scripts/start/with-installation';

// Next alone on the installation that is running: without the fast lane, on the port given.
const port = process.argv[2];
if (!port) throw new Error('Give the port.');
await withInstallation(async () => {
  const next = spawn(
    process.execPath,
    [join('node_modules', 'next', 'dist', 'bin', 'next'), 'start', '-p', port, '-H', '127.0.0.1'],
    { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', PORT: port } },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill('SIGTERM'));
  await once(next, 'exit');
});
