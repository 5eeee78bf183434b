import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Rendered on the server, or the one place that sets the device's clock against the server's. */
const allowed = new Set([
  'app/layout.tsx',
  'components/layout/zone-frame.tsx',
  'components/live/staleness.tsx',
  'components/ui/server-time.ts',
]);

test('no page asks the clock of its device', () => {
  const files = globSync('{app,components}/**/*.{ts,tsx}').filter(
    (file) => !file.includes('.test.') && !allowed.has(file),
  );
  expect(files.length).toBeGreaterThan(300);
  const asking = files.filter((file) =>
    /\bDate\.now\b|\bnew Date\(\)|[^\w.]Date\(\)/.test(readFileSync(file, 'utf8')),
  );
  expect(asking, 'Use serverNow() of components/ui/server-time.ts, or useNow().').toEqual([]);
});
