import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { liveHub } from '@/lib/live/hub';
import { settings } from '@/lib/platform/process/environment';
import { type Door, openDoor } from './door';
import { incidentSamples } from './incident-samples';
import { peopleSamples } from './people-samples';
import { openGround } from './recovery';
import { recoverySamples } from './recovery-samples';
import type { Sample } from './sample';

/** How each route of the API is called. */
export const samples: Record<string, Sample> = { ...incidentSamples, ...peopleSamples, ...recoverySamples };

export function sampleOf(route: string): Sample {
  const sample = samples[route];
  if (!sample) throw new Error(`Say in lib/http/testing/walk/…-samples.ts how ${route} is called.`);
  return sample;
}

/**
 * Gives the test file that calls it at its top an installation of its own: an empty database, the servers that runs and
 * replays call, a mail server that mails wait for, and the API behind a door that opens before the first test.
 */
export function testWalk(): Pick<Door, 'call'> {
  testDatabase();
  let door: Door;
  const close: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    settings().smtpUrl = 'smtp://127.0.0.1:9';
    const ground = await openGround();
    door = await openDoor();
    close.push(door.close, ground.stop);
  });
  afterAll(async () => {
    for (const one of close) await one();
    await liveHub().stop();
  });
  return { call: (caller, call) => door.call(caller, call) };
}
