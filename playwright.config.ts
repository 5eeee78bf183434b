import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import { e2eNamedUrl, e2eUrl } from './scripts/e2e/place';
import { typescriptLoader } from './scripts/start/project';

const chromium = process.env.PLAYWRIGHT_CHROMIUM ?? '/usr/bin/chromium';
/** Promises about what can be read, whatever is done meanwhile: they write but sessions and who is looking, and name no count or state. */
const reading = [
  'every-page-*.spec.ts',
  'lists-understand-any-address.spec.ts',
  'plain-next-serves-the-same.spec.ts',
  'status-page-is-up.spec.ts',
].map((name) => `**/${name}`);
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only the second time is a broken promise.
  retries: 0,
  // All tests share one installation and two processors: who acts takes turns, beside one who only reads.
  workers: 2,
  projects: [
    { name: 'acting', testIgnore: reading, workers: 1 },
    { name: 'reading', testMatch: reading, workers: 1 },
  ],
  // Deadlines for a machine that is busy with something else; nothing waits for them where it is not.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: e2eUrl,
    trace: 'retain-on-failure',
    actionTimeout: 60_000,
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        `--host-resolver-rules=MAP ${new URL(e2eNamedUrl).hostname} 127.0.0.1`,
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: [process.execPath, ...typescriptLoader, 'scripts/e2e/server.ts']
      .map((part) => `"${part}"`)
      .join(' '),
    url: `${e2eUrl}/`,
    timeout: 900_000,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
