import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@/lib/database/postgres/server';
import { apiPaths, assetPaths, feedPaths } from '@/lib/status/rules/paths';
import { e2eDataDir, e2ePlace, e2eUrl } from '@/scripts/e2e/place';
import { projectRoot, typescriptLoader } from '@/scripts/start/project';

import { expect, test } from './fixtures';

const documents = [
  '/',
  '/history',
  '/status/INC-2041',
  ...Object.values(apiPaths),
  ...Object.values(feedPaths),
  assetPaths.css,
  assetPaths.script,
];

let next: ChildProcess;
let alone = '';

test.beforeAll(async () => {
  const port = await freePort();
  alone = `http://127.0.0.1:${port}`;
  next = spawn(process.execPath, [...typescriptLoader, 'scripts/e2e/plain-next.ts', String(port)], {
    cwd: projectRoot,
    stdio: 'ignore',
    env: {
      ...process.env,
      STANDBY_DATA_DIR: e2eDataDir,
      STANDBY_DEMO: e2ePlace.data === 'demo' ? '1' : '0',
      STANDBY_URL: e2eUrl,
    },
  });
});

test.afterAll(async () => {
  next.kill('SIGTERM');
  await once(next, 'exit');
});

async function body(base: string, path: string): Promise<string> {
  const answer = await fetch(base + path).catch(() => null);
  return answer
    ? `${answer.status} ${answer.headers.get('content-type')}\n${await answer.text()}`
    : 'nothing';
}

/** Where two texts part, with some of each, so that a failure can be read. */
function difference(one: string, other: string): string {
  if (one === other) return 'none';
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return `“${one.slice(Math.max(at - 60, 0), at + 60)}” against “${other.slice(Math.max(at - 60, 0), at + 60)}”`;
}

test('plain Next serves every document as the fast lane does, and the pages', async ({ openBrowser }) => {
  await expect.poll(() => body(alone, '/sign-in')).toMatch(/^200 text\/html/);
  for (const path of documents) {
    // Documents are made anew once a minute: both sides are asked until they have the same ones.
    await expect
      .poll(async () => difference(await body(alone, path), await body(e2eUrl, path)), {
        message: `${path} is the same`,
      })
      .toBe('none');
    expect(await body(alone, path), path).toMatch(/^200 /);
  }
  expect(await body(alone, '/api/v1/incidents')).toMatch(/^401 application\/problem\+json/);
  const reader = await openBrowser();
  await reader.goto(`${alone}/report`);
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
});
