import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const resolve = { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } };
/** Deadlines for a machine that is busy with something else; nothing waits for them where it is not. */
const patient = { testTimeout: 240_000, hookTimeout: 240_000 };
const elsewhere = ['**/node_modules/**', '**/.next/**', '**/.standby/**', 'e2e/**'];
/** The installation that tests are part of. */
const env = {
  STANDBY_SECRET: 'a secret for these tests, long enough to be one',
  STANDBY_URL: 'https://status.example',
  MAIL_FROM: 'Standby <standby@status.example>',
};
/** What only computes. */
const pure = [
  'lib/**/rules/**/*.test.ts',
  'lib/*/{lifecycle,policy,schema,events}.test.ts',
  'components/**/*.test.{ts,tsx}',
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What a package says goes away in its next version fails the run now.
    execArgv: ['--throw-deprecation'],
    projects: [
      {
        resolve,
        test: {
          ...patient,
          name: 'rules',
          include: pure,
          // Nothing is left behind for the next file, so that one process runs many.
          isolate: false,
        },
      },
      {
        resolve,
        test: {
          ...patient,
          env,
          name: 'parts',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.db.test.ts', ...pure],
        },
      },
      {
        resolve,
        test: {
          ...patient,
          env,
          name: 'db',
          // A test database forgets what the process knows of it, so that one process runs many.
          isolate: false,
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: 'lib/database/testing/template-database.ts',
          // As in every process that acts: any stored event can be said.
          setupFiles: 'lib/nouns.ts',
        },
      },
    ],
  },
});
