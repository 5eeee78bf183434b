import { inTransaction } from '@/lib/database/db';
import { monitorsStayedBlind } from '@/lib/monitors/events';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import { recordEvents } from '@/lib/platform/events/record-events';
import { lockSight } from './blindness';

/** So long it has to last before somebody is told: a line that is restarted is back by then. Milliseconds. */
const graceMs = 10 * 60_000;
/** However often it comes and goes, it is told once in so long. Milliseconds. */
const restMs = 60 * 60_000;

/** Tells that Standby lastingly sees nothing, once for all senses in which it is blind together. */
export async function tellBlindness(): Promise<void> {
  await inTransaction(async (tx) => {
    const open = await lockSight(tx);
    const now = await databaseNow(tx);
    const lasting = open.filter(({ startsAt }) => now.getTime() - startsAt.getTime() >= graceMs);
    const worst = lasting.find(({ sense }) => sense === 'LINE') ?? lasting[0];
    if (!worst) return;
    const told = await tx.blindness.count({
      where: {
        OR: [{ endsAt: null, toldAt: { not: null } }, { toldAt: { gt: new Date(now.getTime() - restMs) } }],
      },
    });
    if (told > 0) return;
    const { id, sense, startsAt } = worst;
    await tx.blindness.update({ where: { id }, data: { toldAt: now, toldSince: startsAt } });
    const drafts = [monitorsStayedBlind({ since: startsAt.toISOString(), sense })];
    await recordEvents(tx, systemContext('monitors'), now, drafts);
  });
}
