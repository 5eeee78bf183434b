import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, typescriptLoader } from '@/scripts/start/project';
import { startMailCatcher } from './mail-catcher';
import { openMailWindow } from './mail-window';
import { e2eDataDir, e2ePlace } from './place';

// The product as people start it, on an installation of its own, with a real SMTP server to send to.
rmSync(e2eDataDir, { recursive: true, force: true });
mkdirSync(e2eDataDir, { recursive: true, mode: 0o711 });
const catcher = await startMailCatcher(e2ePlace.smtpPort);
const window = await openMailWindow(catcher, e2ePlace.mailPort);
const {
  DATABASE_URL: _,
  DATABASE_DIRECT_URL: __,
  STANDBY_URL: ___,
  STANDBY_SECRET: ____,
  ...inherited
} = process.env;
const product = spawn(
  process.execPath,
  [...typescriptLoader, join('scripts', 'standby.ts'), 'start', `--${e2ePlace.data}`],
  {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...inherited,
      NODE_ENV: 'production',
      STANDBY_SELF_CHECK: '1',
      NODE_OPTIONS: '--throw-deprecation',
      HOST: '127.0.0.1',
      PORT: String(e2ePlace.port),
      STANDBY_DATA_DIR: e2eDataDir,
      SMTP_URL: `smtp://127.0.0.1:${e2ePlace.smtpPort}`,
      MAIL_FROM: 'Standby <standby@example.org>',
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => product.kill('SIGTERM'));
const [code] = await once(product, 'exit');
window.close();
await catcher.stop();
rmSync(e2eDataDir, { recursive: true, force: true });
process.exit(code ?? 1);
