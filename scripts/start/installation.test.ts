import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseSettings } from '@/lib/platform/process/environment';
import { Refusal } from '@/scripts/command';
import { chooseInstallation, databaseFolder } from './installation';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'standby-installation-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const external = { DATABASE_URL: 'postgresql://a:b@db/standby', STANDBY_SECRET: 's'.repeat(32) };
const settings = (more: Record<string, string> = {}) => parseSettings({ STANDBY_DATA_DIR: home, ...more });

describe('a start', () => {
  test('is the demo at first, in a folder of its own', () => {
    expect(chooseInstallation(settings())).toMatchObject({ demo: true, dataDir: join(home, 'demo') });
  });

  test('is the real installation once there is one, and the demo when asked for', () => {
    mkdirSync(databaseFolder(home));
    expect(chooseInstallation(settings())).toMatchObject({ demo: false, dataDir: home });
    expect(chooseInstallation(settings(), { demo: true }).demo).toBe(true);
    expect(chooseInstallation(settings({ STANDBY_DEMO: '1' })).demo).toBe(true);
  });

  test('is empty when asked to be, or with a database of yours', () => {
    expect(chooseInstallation(settings(), { empty: true })).toMatchObject({ demo: false, dataDir: home });
    expect(chooseInstallation(settings(external))).toMatchObject({ demo: false, secret: 's'.repeat(32) });
  });

  test.each([
    [external, { demo: true }, 'a database of its own'],
    [{ HOST: '0.0.0.0' }, {}, 'on this machine only'],
    [{ HOST: '192.0.2.7' }, { demo: true }, 'HOST is “192.0.2.7”'],
    [{}, { demo: true, empty: true }, 'Choose one'],
  ])('refuses %o with %o', (environment, wish, sentence) => {
    expect(() => chooseInstallation(settings(environment as Record<string, string>), wish)).toThrow(Refusal);
    expect(() => chooseInstallation(settings(environment as Record<string, string>), wish)).toThrow(sentence);
  });
});

describe('the secret', () => {
  test('is made once, long, and readable by its owner alone', () => {
    const { secret, dataDir } = chooseInstallation(settings());
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(chooseInstallation(settings()).secret).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  test('is another one for the demo', () => {
    expect(chooseInstallation(settings()).secret).not.toBe(
      chooseInstallation(settings(), { empty: true }).secret,
    );
  });
});
