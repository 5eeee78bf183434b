import { db } from '@/lib/database/db';
import type { PlanKind } from '@/lib/plans/schema';
import { pause } from '@/lib/platform/process/pause';
import { roundedDuration } from '@/lib/platform/rules/duration';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import type { RunView } from '@/lib/runs/queries/views';
import { actingAs } from './acting';
import { lookAfterDrill } from './look-after-drill';
import { shopSlug } from './shop-service';
import { usableSnapshot } from './usable-snapshot';

/** Who leads the first drills, and who approves in them. */
const operator = 'mei';
const everyMs = 300;
/** The store takes its first snapshot at once; Standby looks at it within a quarter of a minute. Milliseconds. */
const snapshotWithinMs = 120_000;

const over = ['VERIFIED', 'FAILED', 'ABORTED'];
const first: PlanKind[] = ['FAILOVER', 'REBUILD'];

/**
 * Runs a failover and a rebuild as drills on the real servers of the demo, so that its first promise rests on measured
 * times. The worker does the work; this only does what people do: begin, choose, confirm, approve. What a killed start
 * left undone is taken up again, and what is over is never repeated.
 */
export async function runFirstDrills(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  for (const kind of first) {
    const plan = await db().plan.findFirst({
      where: { kind, service: { slug: shopSlug }, archivedAt: null, published: { not: null } },
      orderBy: { createdAt: 'asc' },
      select: { id: true, name: true },
    });
    if (!plan) continue;
    const ref = await firstDrillOf(plan.id, kind, signal);
    if (ref) await follow(ref, plan.name, say, signal);
    if (signal.aborted) return;
  }
}

/** @returns the drill to look after; null when the first drill of the plan is over */
async function firstDrillOf(planId: string, kind: PlanKind, signal: AbortSignal): Promise<string | null> {
  const leader = await actingAs(operator);
  const known = await db().run.findFirst({
    where: { planId, mode: 'DRILL', demoHistory: false },
    orderBy: { createdAt: 'asc' },
    select: { ref: true, state: true, operatorId: true },
  });
  if (known) return over.includes(known.state) || known.operatorId !== leader.memberId ? null : known.ref;
  if (kind === 'REBUILD') await waitForSnapshot(signal);
  if (signal.aborted) return null;
  const started = await startRun(
    { ...leader, idempotencyKey: `first drill of ${planId}`, mode: 'DRILL' },
    { planId, mode: 'DRILL', drillKind: 'FULL' },
  );
  return started.ref;
}

async function waitForSnapshot(signal: AbortSignal): Promise<void> {
  for (const until = Date.now() + snapshotWithinMs; Date.now() < until && !signal.aborted; ) {
    if (await usableSnapshot()) return;
    await pause(1_000, signal);
  }
}

async function follow(
  ref: string,
  name: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    const run = await runRead(await actingAs(operator), { ref });
    const line = progressLine(run, name);
    if (line && line !== told) say(line);
    told = line ?? told;
    if (over.includes(run.state)) return;
    await lookAfterDrill(run);
    await pause(everyMs, signal);
  }
}

/** @returns null between two phases */
function progressLine(run: RunView, name: string): string | null {
  const drill = `Drill ${run.ref}, ${name}`;
  if (run.state === 'VERIFIED') return `${drill}: verified after ${roundedDuration(run.rtaSeconds ?? 0)}.`;
  if (over.includes(run.state)) return `${drill}: ${run.sentence}`;
  if (run.state === 'PRECHECK') return `${drill}: looking whether it can begin …`;
  const phase = run.phases.find(({ state }) => state === 'RUNNING' || state === 'UNKNOWN');
  if (!phase) return null;
  return `${drill}: phase ${phase.number} of ${run.phases.length}, ${phase.name} …`;
}
