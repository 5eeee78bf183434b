import { Agent } from 'node:http';
import { askOrNull } from './http';
import type { Standing } from './standing';

/** Sends it once more. @returns the status, 0 for no answer */
export type Send = () => Promise<number>;

/** How each command of the table of routes is called, by an admin, on a subject of its own, by so many at once. */
export async function commandsOf(
  { product }: Standing,
  callers: number,
): Promise<{ name: string; send: Send }[]> {
  const { DATABASE_URL, STANDBY_SECRET } = product.environment;
  Object.assign(process.env, { DATABASE_URL, STANDBY_SECRET });
  const { member } = await import('@/lib/http/testing/walk/callers');
  const { incidentSamples } = await import('@/lib/http/testing/walk/incident-samples');
  const { peopleSamples } = await import('@/lib/http/testing/walk/people-samples');
  const { recoverySamples } = await import('@/lib/http/testing/walk/recovery-samples');
  const { addressOf } = await import('@/lib/http/testing/walk/verdict');
  const { callOf, subjectFor } = await import('@/lib/http/testing/walk/walk');
  const { closeDatabase } = await import('@/lib/database/db');
  const { openGround } = await import('@/lib/http/testing/walk/recovery');
  const ground = await openGround();
  const admin = await member('ADMIN');
  const commands: { name: string; send: Send }[] = [];
  for (const [name, sample] of Object.entries({ ...incidentSamples, ...peopleSamples, ...recoverySamples })) {
    if (name.startsWith('GET') || sample.asTwin) continue;
    const address = addressOf(name, sample);
    const made = await subjectFor(address, sample, admin, sample.of ? 'foreign' : 'none');
    const call = made && callOf(address, sample, made, admin);
    if (!call || call.body instanceof Uint8Array) continue;
    const agent = new Agent({ keepAlive: true, maxSockets: callers });
    const asked = { method: call.method, body: call.body ?? {}, agent, timeout: 30_000 };
    const headers = { ...admin.headers, origin: product.url };
    const url = `${product.url}/api/v1${call.path}`;
    commands.push({ name, send: async () => (await askOrNull(url, { ...asked, headers }))?.status ?? 0 });
  }
  await ground.stop();
  await closeDatabase();
  return commands;
}
