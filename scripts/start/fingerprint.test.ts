import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, isCurrent, writeStamp } from './fingerprint';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'standby-print-'));
  mkdirSync(join(root, 'lib', 'reports'), { recursive: true });
  writeFileSync(join(root, 'lib', 'reports', 'schema.ts'), 'one');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const print = () => fingerprint(root, ['lib', 'missing.ts']);

test('changes with contents and names, and not with tests', () => {
  const first = print();
  expect(print()).toBe(first);
  writeFileSync(join(root, 'lib', 'reports', 'schema.test.ts'), 'a test');
  expect(print()).toBe(first);
  writeFileSync(join(root, 'lib', 'reports', 'schema.ts'), 'two');
  const second = print();
  expect(second).not.toBe(first);
  writeFileSync(join(root, 'lib', 'reports', 'extra.ts'), '');
  expect(print()).not.toBe(second);
});

test('is compared with the stamp of the last time', () => {
  const stamp = join(root, 'made', 'stamp');
  expect(isCurrent(stamp, print())).toBe(false);
  writeStamp(stamp, print());
  expect(isCurrent(stamp, print())).toBe(true);
});
