import { db } from '@/lib/database/db';
import { isAppError } from '@/lib/platform/errors';
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

/** Fills a new installation: the demo with its story, a real one with its first admin. */
export async function firstStart(
  installation: Installation,
  fleet: DemoFleet | null = null,
): Promise<Welcome> {
  await checkSecret(installation.demo).catch((error: unknown) => {
    throw isAppError(error) ? new Refusal(error.message) : error;
  });
  if (installation.demo) {
    const signIns = await firstDemo(installation.dataDir, fleet);
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
