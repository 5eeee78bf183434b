import { pool } from '@/lib/database/db';
import { logger } from '@/lib/platform/process/log';
import type { Running } from '@/lib/platform/process/repeat';
import { liveHub } from './hub';

const everyMs = 3_000;
const beatMs = 20_000;

/** Closes the streams of sessions that ended: signed out, expired, or of a member who was disabled. */
async function closeEndedSessions(): Promise<number> {
  const sessions = liveHub().sessions();
  if (sessions.size === 0) return 0;
  const { rows } = await pool().query<{ id: string }>(
    `select s.id from session s join member m on m.id = s.member_id
     where s.id = any($1::uuid[]) and s.revoked_at is null and s.expires_at > now() and m.disabled_at is null`,
    [[...sessions.keys()]],
  );
  const open = new Set(rows.map((row) => row.id));
  let closed = 0;
  for (const [sessionId, clients] of sessions) {
    if (open.has(sessionId)) continue;
    for (const client of clients) {
      liveHub().remove(client);
      client.close();
      closed += 1;
    }
  }
  return closed;
}

/** Watches sessions and keeps quiet streams open, for as long as the web process lives. */
export function startLiveUpkeep(): Running {
  const watch = setInterval(() => {
    // While the database is away nobody's end can be known; the next round asks again.
    closeEndedSessions().catch((error) => logger().debug({ err: error }, 'live: sessions not checked'));
  }, everyMs);
  const beat = setInterval(() => liveHub().beat(), beatMs);
  return {
    stop: async () => {
      clearInterval(watch);
      clearInterval(beat);
      await liveHub().stop();
    },
  };
}
