import { db } from '@/lib/database/db';
import type { DatabaseAccess } from '@/lib/database/postgres/roles';
import { isAppError } from '@/lib/platform/errors';
import { endConcern, raiseConcern } from '@/lib/platform/process/concerns';
import { checkSecret } from '@/lib/platform/secrets/check-secret';
import { Refusal } from '@/scripts/command';
import { createMemberWithPassword, type SignIn } from './create-member-with-password';
import { type DemoFleet, firstDemo } from './first-demo';
import type { Installation } from './installation';

export interface Welcome {
  heading: string;
  signIns: SignIn[];
}

const FIRST_ADMIN = 'admin@standby.local';

const oneRole =
  'Standby signs in to the database as a role that owns its tables, and so could change the event log. Make another ' +
  'role, name it in DATABASE_URL and the present one in STANDBY_OWNER_DATABASE_URL, and start again.';

/** Fills a new installation: the demo with its story, a real one with its first admin. */
export async function firstStart(
  installation: Installation,
  database: DatabaseAccess & { oneRole: boolean },
  fleet: DemoFleet | null = null,
): Promise<Welcome> {
  await checkSecret(installation.demo).catch((error: unknown) => {
    throw isAppError(error) ? new Refusal(error.message) : error;
  });
  if (database.oneRole) await raiseConcern('database role', oneRole);
  else await endConcern('database role');
  if (installation.demo) {
    const signIns = await firstDemo(installation.dataDir, database, fleet);
    return { heading: 'Sign in as one of these (again: npm run standby -- demo sign-ins):', signIns };
  }
  const admin = await firstAdmin();
  return { heading: 'Sign in as (the password is shown only this once):', signIns: admin ? [admin] : [] };
}

async function firstAdmin(): Promise<SignIn | undefined> {
  if ((await db().member.count()) > 0) return undefined;
  try {
    return await createMemberWithPassword(FIRST_ADMIN, 'ADMIN', 'Administrator');
  } catch (error) {
    // Several processes may start on a new database at once; one of them makes the admin.
    if (isAppError(error) && error.code === 'conflict') return undefined;
    throw error;
  }
}
