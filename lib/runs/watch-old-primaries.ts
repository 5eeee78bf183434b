import { db, inTransaction } from '@/lib/database/db';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import { recordEvents } from '@/lib/platform/events/record-events';
import { newId } from '@/lib/platform/ids';
import type { CronJob } from '@/lib/platform/jobs/job-queue';
import { fileReport } from '@/lib/reports/commands/file';
import { runStepProbe } from './driver/run-step-probe';
import { runOldPrimaryBack } from './events';
import { isSilence, takesWrites } from './rules/fenced';
import { provenStep } from './steps/own-probe';
import { factsOf, runs } from './subject';

/** A look at an old primary may take so long. Milliseconds. */
const timeLimitMs = 30_000;
/** What was settled is said again when it is still so after this. Milliseconds. */
const againAfterMs = 10 * 60_000;

interface Fence {
  runId: string;
  stepId: string;
  config: unknown;
  slug: string;
}

/**
 * The fences of the failovers whose old primary users have not been led away from or back to since and that nobody has
 * retired, where they have a probe of their own: whether the fence succeeded, failed or was skipped.
 */
async function watchedFences(): Promise<Fence[]> {
  return await db().$queryRaw<Fence[]>`
    select distinct on (r.id) r.id as "runId", f.id as "stepId", f.config, s.slug
    from run r join service s on s.id = r.service_id and s.archived_at is null
    join run_step f on f.run_id = r.id and f.state in ('DONE', 'FAILED', 'SKIPPED') and f.kind in ('AUTOMATED', 'MANUAL')
      and (f.config->>'fences')::boolean and jsonb_typeof(f.config->'probe') = 'object'
    where r.mode = 'LIVE' and r.kind = 'FAILOVER' and not r.demo_history
      and exists (select from run_step w
        where w.run_id = r.id and w.state = 'DONE' and (w.config->>'switches')::boolean)
      and not exists (select from run later where later.service_id = r.service_id and later.mode = 'LIVE'
        and later.kind <> 'REBUILD' and later.state = 'VERIFIED' and later.created_at > r.created_at)
      and not exists (select from finding x where x.run_id = r.id and x.retired)
    order by r.id, f.position desc`;
}

/** Writes the finding, unless one stands open or was settled a moment ago. @returns the one that stands open */
async function findOnce(runId: string, sentence: string): Promise<{ id: string; sentence: string } | null> {
  return await inTransaction(async (tx) => {
    const run = await runs.lock(tx, runId);
    const now = await databaseNow(tx);
    const known = await tx.finding.findFirst({
      where: {
        runId,
        OR: [{ settlement: null }, { settledAt: { gt: new Date(now.getTime() - againAfterMs) } }],
      },
      select: { id: true, sentence: true, settlement: true },
      orderBy: { settlement: { sort: 'desc', nulls: 'first' } },
    });
    if (known) return known.settlement === null ? known : null;
    const { serviceId, incidentId } = run;
    const finding = await tx.finding.create({
      data: { id: newId(), runId, serviceId, incidentId, area: 'INFRASTRUCTURE', sentence, createdAt: now },
      select: { id: true, sentence: true },
    });
    await recordEvents(tx, systemContext('runs', { mode: run.mode }), now, [
      runOldPrimaryBack({ ...factsOf(run), findingId: finding.id }),
    ]);
    return finding;
  });
}

/**
 * Looks at the machines that users were led away from. One that takes writes again is a finding and, once, a report of
 * the worst kind: what it takes is on no other machine.
 */
export async function watchOldPrimaries(): Promise<void> {
  for (const { runId, stepId, config, slug } of await watchedFences()) {
    const fence = provenStep({ config });
    if (!fence?.probe) continue;
    const seen = await runStepProbe(fence.probe, stepId, AbortSignal.timeout(timeLimitMs));
    if (!takesWrites(fence, seen)) continue;
    const title = `The old primary ${isSilence(fence) ? 'answers' : 'takes writes'} again`;
    const finding = await findOnce(runId, `${title}. ${seen.sentence}`);
    if (!finding) continue;
    await fileReport(
      systemContext('runs'),
      {
        service: slug,
        experience: 'UNUSABLE',
        title,
        description: `${finding.sentence} What it takes is on no other machine. Fence it, and settle what it took before users are led back.`,
        clientKey: finding.id,
      },
      { channel: 'ALERT', source: 'monitor' },
    );
  }
}

export const oldPrimaryWatch: CronJob = {
  name: 'old-primary-watch',
  cron: '* * * * *',
  handle: () => watchOldPrimaries(),
};
