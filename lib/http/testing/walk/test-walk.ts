import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { liveHub } from '@/lib/live/hub';
import { settings } from '@/lib/platform/process/environment';
import { openDoor } from './door';
import { openGround } from './recovery';

type Opened = Awaited<ReturnType<typeof openDoor>>;

/**
 * Gives the test file that calls it at its top an installation of its own: an empty database, the servers that runs and
 * replays call, a mail server that mails wait for, and the API behind a door that opens before the first test.
 */
export function testWalk(): Pick<Opened, 'call'> {
  testDatabase();
  let door: Opened;
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
