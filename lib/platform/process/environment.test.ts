import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSettings, SettingsError } from './environment';

const secret = 'f'.repeat(64);
const database = 'postgresql://app:hush-hush@db.example.org:5432/standby';

describe('the settings', () => {
  test('have a default for everything', () => {
    expect(parseSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      url: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      ownerDatabaseUrl: undefined,
      dataDir: resolve('.standby'),
      role: 'all',
      publishDir: undefined,
      trustedProxies: 0,
      auditSeconds: 60,
      auditReceiver: undefined,
      smtpUrl: undefined,
      mailFrom: { name: 'Standby', address: 'standby@localhost' },
      secret: undefined,
      demo: undefined,
    });
  });

  test('take what is set, and an empty value as not set', () => {
    const found = parseSettings({
      PORT: '8080',
      HOST: '::',
      STANDBY_URL: 'https://status.example.org/',
      DATABASE_URL: database,
      STANDBY_SECRET: secret,
      STANDBY_DATA_DIR: 'data',
      STANDBY_ROLE: 'worker',
      STANDBY_TRUSTED_PROXIES: '2',
      STANDBY_AUDIT_SECONDS: '5',
      SMTP_URL: '',
      MAIL_FROM: 'The Night Watch <watch@example.org>',
      STANDBY_DEMO: '1',
    });
    expect(found).toMatchObject({
      port: 8080,
      url: 'https://status.example.org',
      databaseUrl: database,
      databaseDirectUrl: database,
      ownerDatabaseUrl: database,
      dataDir: resolve('data'),
      role: 'worker',
      trustedProxies: 2,
      auditSeconds: 5,
      smtpUrl: undefined,
      mailFrom: { name: 'The Night Watch', address: 'watch@example.org' },
      demo: true,
    });
  });

  test.each([
    [{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
    [{ HOST: '::1', PORT: '81' }, 'http://[::1]:81'],
  ])('make an address for links out of %o', (environment, url) => {
    expect(parseSettings(environment).url).toBe(url);
  });

  test.each([
    [{ PORT: 'eighty' }, 'PORT is “eighty”; it takes a whole number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT is “0”'],
    [{ PORT: '70000' }, 'PORT is “70000”'],
    [{ HOST: 'my host' }, 'HOST is “my host”'],
    [{ STANDBY_URL: 'status.example.org' }, 'STANDBY_URL is “status.example.org”'],
    [{ STANDBY_URL: 'https://example.org/status' }, 'without a path'],
    [{ STANDBY_ROLE: 'boss' }, 'it takes web, worker or all.'],
    [{ STANDBY_TRUSTED_PROXIES: '-1' }, 'STANDBY_TRUSTED_PROXIES is “-1”'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM is “nobody”'],
    [{ MAIL_FROM: 'A <a@example.org>, B <b@example.org>' }, 'MAIL_FROM'],
    [{ STANDBY_DEMO: 'yes' }, 'it takes 0 or 1.'],
    [{ DATABASE_URL: database }, 'STANDBY_SECRET is not set'],
  ])('refuse %o with a sentence', (environment, part) => {
    expect(() => parseSettings(environment as Record<string, string>)).toThrow(SettingsError);
    expect(() => parseSettings(environment as Record<string, string>)).toThrow(part);
  });

  test('name every wrong value at once', () => {
    expect(() => parseSettings({ PORT: 'x', STANDBY_ROLE: 'y' })).toThrow(/^PORT .*\nSTANDBY_ROLE .*$/);
  });

  test.each([
    [{ DATABASE_URL: 'mysql://app:hush-hush@db/standby', STANDBY_SECRET: secret }],
    [{ STANDBY_SECRET: 'hush-hush' }],
    [{ SMTP_URL: 'http://me:hush-hush@mail' }],
  ])('never repeat a secret value: %o', (environment) => {
    expect(() => parseSettings(environment as Record<string, string>)).toThrow(/^(?!.*hush).*not usable/);
  });
});
