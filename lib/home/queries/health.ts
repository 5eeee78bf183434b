import { z } from 'zod';
import { type Db, databaseHealth } from '@/lib/database/db';
import { homePolicy } from '@/lib/home/policy';
import { settleableConcernSchema } from '@/lib/home/schema';
import { permit } from '@/lib/platform/policy';
import { openConcerns } from '@/lib/platform/process/concerns';
import { query } from '@/lib/platform/query';
import { type HealthView, healthViewSchema } from './views';

/** How the installation itself is: what its process knows of the database, and what somebody has to set right. */
export const readHealth = query({
  name: 'health.read',
  input: z.object({}),
  answer: healthViewSchema,
  allow: permit(homePolicy, 'health.read'),
  run: async ({ db }): Promise<HealthView> => ({
    database: databaseHealth().state,
    concerns: await concernViews(db),
  }),
});

export async function concernViews(db: Db): Promise<HealthView['concerns']> {
  const concerns = await openConcerns(db);
  return concerns.map(({ since, ...concern }) => ({
    ...concern,
    since: since.toISOString(),
    settles: settleableConcernSchema.safeParse(concern.name).success,
  }));
}
