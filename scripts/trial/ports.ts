import { freePort } from '@/lib/database/postgres/server';

let next = Number(process.env.STANDBY_TRIAL_PORTS ?? 0);

/** A free port, or the next one from STANDBY_TRIAL_PORTS on. */
export async function trialPort(): Promise<number> {
  if (next === 0) return await freePort();
  next += 1;
  return next - 1;
}
