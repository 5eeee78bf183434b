import { defineConfig } from 'prisma/config';

// Paths are relative to this file. `prisma migrate deploy` reads the address from the environment.
export default defineConfig({
  schema: './schema',
  migrations: { path: './migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
