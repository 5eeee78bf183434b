import { pool } from '@/lib/database/db';
import { logger } from '@/lib/platform/process/log';
import type { Running } from '@/lib/platform/process/repeat';
import { liveHub } from './hub';

const everyMs = 3_000;
const beatMs = 20_000;

const stillIn = {
  sessions: `select s.id from session s join member m on m.id = s.member_id
     where s.id = any($1::uuid[]) and s.revoked_at is null and s.expires_at > now() and m.disabled_at is null
       and m.role <> 'USER'`,
  links: `select id from report_token
     where id = any($1::uuid[]) and revoked_at is null and expires_at > now()`,
};

/**
 * Closes the streams of sessions that ended: signed out, expired, or of a member who was disabled or has left the team;
 * and of private links that ended.
 */
async function closeEnded(): Promise<void> {
  const entries = liveHub().entries();
  for (const kind of ['sessions', 'links'] as const) {
    const streams = entries[kind];
    if (streams.size === 0) continue;
    const { rows } = await pool().query<{ id: string }>(stillIn[kind], [[...streams.keys()]]);
    for (const { id } of rows) streams.delete(id);
    for (const client of [...streams.values()].flat()) {
      liveHub().remove(client);
      client.close();
    }
  }
}

/** Watches sessions and links, and keeps quiet streams open, for as long as the web process lives. */
export function startLiveUpkeep(): Running {
  const watch = setInterval(() => {
    // While the database is away no end can be known; the next round asks again.
    closeEnded().catch((error) => logger().debug({ err: error }, 'live: sessions and links not checked'));
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
