import { setTimeout as pause } from 'node:timers/promises';
import { prepareDatabase } from '@/lib/database/postgres/roles';
import { endWithin } from '@/lib/platform/process/ending';
import { parseSettings, type Settings } from '@/lib/platform/process/environment';
import { Refusal } from '@/scripts/command';
import { fleetFolder } from '@/scripts/demo/fleet/fleet-file';
import { generateClient } from '@/scripts/generate-client';
import { announce } from './announce';
import { ensureBuild } from './build';
import { processEntry } from './bundle';
import { type OpenDatabase, openDatabase } from './database';
import { startFleet } from './demo-fleet';
import { completeEnvironment } from './environment';
import type { DemoFleet } from './first-demo';
import { chooseInstallation, type Installation, type Wish } from './installation';
import { refuseTakenPort } from './port';
import { stopSignal } from './stop-signal';
import { supervise } from './supervisor';

export interface RunPlan {
  wish: Wish;
  /** `next dev` makes the pages on the way. */
  build: boolean;
}

interface Cleanup {
  of: string;
  stop(): Promise<void>;
}

/**
 * All of Standby is gone after so many milliseconds: a quarter of a minute for web and worker and as much for the servers of
 * the demo, the rest for the database.
 */
const endsAfterMs = 60_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Brings Standby up and keeps it up until it is asked to stop. */
export async function runStandby(plan: RunPlan): Promise<void> {
  const stopped = stopSignal();
  const cleanups: Cleanup[] = [];
  try {
    const failed = await Promise.race([stopped, bringUp(plan, cleanups)]);
    if (failed) await Promise.race([stopped, failed.promise]);
  } finally {
    if (cleanups.length > 0) say('Stopping …');
    const step = endWithin(endsAfterMs);
    for (const { of, stop } of cleanups.reverse()) await step(of, stop());
  }
}

async function bringUp(plan: RunPlan, cleanups: Cleanup[]): Promise<{ promise: Promise<never> }> {
  const settings = parseSettings(process.env);
  const installation = chooseInstallation(settings, plan.wish);
  const roles = settings.role === 'all' ? (['worker', 'web'] as const) : [settings.role];
  if (settings.role !== 'worker') await refuseTakenPort(settings.host, settings.port);
  const database = await openDatabase(settings, installation);
  const keeper = keepDatabase(settings, installation, database);
  cleanups.push({ of: 'the database', stop: keeper.stop });
  if (await generateClient()) say('The database client was written.');
  const { oneRole } = await prepareDatabase(database, say);
  if (plan.build) await ensureBuild();
  const environment = completeEnvironment(settings, installation, database);
  Object.assign(process.env, environment);
  const fleet = await demoFleet(plan, settings, installation, cleanups);
  // Loaded only now: it needs the database client, which a fresh clone does not have before.
  const { firstStart } = await import('./first-start');
  const welcome = await firstStart(installation, { ...database, oneRole }, fleet);
  const processes = roles.map((name) =>
    supervise({ name, entry: processEntry(name, plan.build), env: { ...process.env } }, say),
  );
  cleanups.push({
    of: roles.join(' and '),
    stop: async () => void (await Promise.all(processes.map((one) => one.stop()))),
  });
  await Promise.all(processes.map((one) => one.ready));
  announce(settings, installation, welcome, fleet);
  if (fleet) {
    const { startFirstDrills } = await import('./first-drills');
    cleanups.push({ of: 'the first drills', stop: startFirstDrills(say).stop });
  }
  return { promise: keeper.lost };
}

/** The servers that the demo breaks and recovers, where all of it runs in one place. */
async function demoFleet(
  { build }: RunPlan,
  settings: Settings,
  installation: Installation,
  cleanups: Cleanup[],
): Promise<DemoFleet | null> {
  if (!installation.demo || settings.role !== 'all') return null;
  const fleet = startFleet(installation, settings, build, say);
  cleanups.push({ of: 'the servers of the demo', stop: fleet.stop });
  await fleet.ready;
  return { folder: fleetFolder(installation.dataDir), standby: `http://127.0.0.1:${settings.port}` };
}

/** Starts the embedded database again when it ends unasked; its address stays, so nobody else need know. */
function keepDatabase(settings: Settings, installation: Installation, first: OpenDatabase) {
  let opening = Promise.resolve(first);
  let stopping = false;
  const lost = (async (): Promise<never> => {
    for (;;) {
      const { embedded } = await opening;
      await (embedded?.ended ?? new Promise(() => {}));
      if (stopping) return await new Promise(() => {});
      say('The database ended; starting it again.');
      opening = openDatabase(settings, installation, embedded?.port);
      const current = await opening;
      if (current.url !== first.url) {
        throw new Refusal(
          'The database came back under another address, because its port was taken. Start again.',
        );
      }
      await pause(200);
    }
  })();
  lost.catch(() => {});
  return {
    lost,
    async stop() {
      stopping = true;
      await (await opening.catch(() => null))?.stop();
    },
  };
}
