import { besideTransaction, type Tx } from '@/lib/database/db';
import { systemContext } from '@/lib/platform/context';
import type { Consumer } from '@/lib/platform/events/consumers';
import { newId } from '@/lib/platform/ids';
import type { ProbeFault } from '@/lib/probes/rules/probe';
import { fileReport } from '@/lib/reports/commands/file';
import type { FiledReport } from '@/lib/reports/queries/views';
import type { Experience } from '@/lib/reports/rules/details';
import type { FileReportRaw } from '@/lib/reports/schema';
import { monitorDown } from './events';

type Down = NonNullable<ReturnType<typeof monitorDown.read>>;

/** What an outage is like for a user, as far as a probe can tell. */
function experienceOf(fault: ProbeFault | null): Experience {
  if (fault === 'SLOW' || fault === 'LOSS' || fault === 'CONTENT' || fault === 'TLS') return 'SLOW_OR_PARTS';
  return fault === 'LAG' ? 'MISBEHAVES' : 'UNUSABLE';
}

async function lastSentence(tx: Tx, monitorId: string): Promise<string | null> {
  const row = await tx.probeResult.findFirst({
    where: { monitorId, ok: false },
    orderBy: { at: 'desc' },
    select: { sentence: true },
  });
  return row?.sentence ?? null;
}

/** The start of the outage makes the key: however often this runs, one outage files one report. */
async function fileOnce({ monitorId, since }: Down, report: FileReportRaw): Promise<FiledReport> {
  const clientKey = `${monitorId}:${since}`;
  const origin = { channel: 'ALERT', source: 'monitor' } as const;
  return await besideTransaction(() =>
    fileReport(systemContext('monitors'), { ...report, clientKey }, origin),
  );
}

/** Whether Standby itself saw nothing then, as it came to know after it had said that the monitor is down. */
async function wasBlind(tx: Tx, at: Date): Promise<boolean> {
  const lasted = { OR: [{ endsAt: null }, { endsAt: { gt: at } }] };
  return (await tx.blindness.count({ where: { startsAt: { lte: at }, ...lasted } })) > 0;
}

async function fileAlert(tx: Tx, down: Down): Promise<void> {
  const monitor = await tx.monitor.findUnique({
    where: { id: down.monitorId },
    select: {
      name: true,
      raisesReports: true,
      state: true,
      service: { select: { slug: true, archivedAt: true } },
    },
  });
  if (!monitor?.raisesReports || monitor.service.archivedAt) return;
  if (monitor.state !== 'DOWN' && (await wasBlind(tx, new Date(down.since)))) return;
  const sentence = (await lastSentence(tx, down.monitorId)) ?? 'It did not answer as expected.';
  const filed = await fileOnce(down, {
    service: monitor.service.slug,
    experience: experienceOf(down.fault),
    slow: down.fault === 'SLOW',
    title: `${monitor.name} fails`,
    description: `The monitor “${monitor.name}” failed ${down.failures} times in a row. ${sentence}`,
    sinceAt: down.since,
  });
  await storeAlert(tx, down, {
    ref: filed.ref,
    name: monitor.name,
    sentence,
    isUp: monitor.state !== 'DOWN',
  });
}

async function storeAlert(
  tx: Tx,
  down: Down,
  { ref, name, sentence, isUp }: { ref: string; name: string; sentence: string; isUp: boolean },
): Promise<void> {
  const report = await tx.report.findUnique({ where: { ref }, select: { id: true } });
  const now = new Date();
  const key = { monitorId: down.monitorId, fingerprint: down.monitorId, startsAt: new Date(down.since) };
  // The outage may be over before its alert is written; then nobody will end it later.
  const state = isUp ? { state: 'RESOLVED' as const, endsAt: now } : { state: 'FIRING' as const };
  await tx.alert.upsert({
    where: { monitorId_fingerprint_startsAt: key },
    create: {
      id: newId(),
      ...key,
      ...state,
      labels: { monitor: name, kind: down.kind },
      annotations: { sentence },
      reportId: report?.id ?? null,
      lastSeenAt: now,
    },
    update: { lastSeenAt: now },
  });
}

/** Files a report for each outage that a monitor found, so that it is triaged like the words of a user. */
export const raiseAlerts: Consumer = {
  name: 'monitor-alerts',
  handle: async (tx, event) => {
    const down = monitorDown.read(event);
    if (down) await fileAlert(tx, down);
  },
};
