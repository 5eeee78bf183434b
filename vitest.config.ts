import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const resolve = { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } };
const elsewhere = ['**/node_modules/**', '**/.next/**', '**/.standby/**', 'e2e/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: { name: 'rules', include: ['**/*.test.{ts,tsx}'], exclude: [...elsewhere, '**/*.db.test.ts'] },
      },
      {
        resolve,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: 'lib/database/testing/template-database.ts',
          // As in every process that acts: any stored event can be said.
          setupFiles: 'lib/nouns.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
