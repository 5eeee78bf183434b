import { plural } from '@/lib/language/words';
import type { MonitorView } from '@/lib/monitors/queries/views';
import { exactDuration, latency } from '@/lib/platform/rules/duration';
import type { NetworkProbe } from '@/lib/probes/rules/probe';

function expectedWords(probe: NetworkProbe): string {
  switch (probe.kind) {
    case 'HTTP': {
      const status = probe.expect.status.length > 0 ? probe.expect.status.join(' or ') : '200 to 299';
      return `${status} within ${latency(probe.expect.maxMs ?? probe.timeoutMs)}`;
    }
    case 'TLS':
      return `valid for ${probe.minDays} more days`;
    case 'LATENCY':
      return `${probe.tries} connections within ${latency(probe.maxMs)}`;
    case 'REPLICATION_LAG':
      return `at most ${exactDuration(probe.maxSeconds)} behind`;
    case 'DNS':
      return probe.expect.length > 0 ? `resolves to ${probe.expect.join(', ')}` : 'resolves';
    case 'TCP':
      return `accepts a connection within ${latency(probe.timeoutMs)}`;
  }
}

/** Where it probes, as short as it can be said. */
export function targetWords(probe: NetworkProbe): string {
  if (probe.kind === 'HTTP' || probe.kind === 'REPLICATION_LAG') return probe.request.url;
  return probe.kind === 'DNS' ? probe.host : `${probe.host}:${probe.port}`;
}

/** `every 30 s, 200 within 2 s` */
export function rhythmWords({ intervalSeconds, probe }: MonitorView): string {
  return `every ${exactDuration(intervalSeconds)}, ${expectedWords(probe)}`;
}

/** `99.95 % in 12 days`, of the probes of the last 30 days; null before the first. Never rounded up to 100. */
export function uptimeWords({ days }: Pick<MonitorView, 'days'>): string | null {
  const total = days.reduce((sum, day) => sum + day.total, 0);
  if (total === 0) return null;
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  const share = Math.floor((1 - failed / total) * 10_000) / 100;
  return `${share} % in ${plural(days.length, 'a day', `${days.length} days`)}`;
}

/** The bars in words: `the last 30 probes: 2 failed, 4 ms in the middle` */
export function resultsWords({ results }: Pick<MonitorView, 'results'>): string {
  if (results.length === 0) return 'not probed yet';
  const failed = results.filter(({ ok }) => !ok).length;
  const times = results.filter(({ ok }) => ok).map(({ totalMs }) => totalMs);
  const middle = times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) / 2)];
  const last = plural(results.length, 'the last probe', `the last ${results.length} probes`);
  const says = failed === 0 ? 'none failed' : `${failed} failed`;
  return `${last}: ${says}${middle === undefined ? '' : `, ${latency(middle)} in the middle`}`;
}
