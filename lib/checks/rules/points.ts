import type { Pointing } from '@/lib/checks/queries/views';
import { counted, listed } from '@/lib/language/words';
import { type Area, areaSchema } from '@/lib/services/schema';
import { notExamined } from './missing';
import { pathOf } from './path';
import type { PointCheck, PointService, PointsInput } from './pointing';
import { type Pointed, pointOf, secondaryAnswers } from './points-service';
import { namesOf } from './points-words';
import { judgeServers } from './server-sign';

const where: Record<Area, string> = {
  NETWORKING: 'networking',
  SERVICES: 'the services',
  INFRASTRUCTURE: 'the server infrastructure',
};

/** Looks at a service: its own, those at its servers, and those that belong to nobody in particular. */
function checksOf(service: PointService, checks: readonly PointCheck[]): PointCheck[] {
  const servers = new Set(service.servers.map((server) => server.id));
  return checks.filter(
    (check) =>
      check.aim !== 'PERSON' &&
      (check.aim === 'DEPENDENCY' ||
        (check.serverId ? servers.has(check.serverId) : check.serviceId === service.id)),
  );
}

/** A person's word, where no probe found anything: the area with the most faults, the first of equals. */
function pointOfPeople(checks: readonly PointCheck[]): Pointed | null {
  const found = checks.filter((check) => check.aim === 'PERSON' && check.state === 'FAULT');
  const byArea = areaSchema.options.map((area) => found.filter((check) => check.area === area));
  const most = byArea.reduce((best, some) => (some.length > best.length ? some : best), []);
  const [first] = most;
  if (!first) return null;
  return {
    area: first.area,
    rank: 40,
    headline: `The fault points to ${where[first.area]}: a person found it at “${listed(most.map((check) => check.name))}”.`,
    serverIds: first.serverId ? [first.serverId] : [],
    serviceId: first.serviceId,
    because: most.map((check) => check.id),
  };
}

function nothing(checks: readonly PointCheck[]): string {
  const done = checks.filter((check) => check.state === 'OK' || check.state === 'FAULT');
  if (done.length === 0) return 'Nothing has been looked at yet.';
  if (done.some((check) => check.state === 'FAULT')) return 'No check points to where the fault is.';
  return `Nothing that was looked at is at fault: ${counted(done.length, 'check is', 'checks are')} OK.`;
}

/** What else is known and helps to decide: how far requests come, and how the secondary is. */
function explain(service: PointService | undefined, input: PointsInput, pointed: Pointed | null): string {
  const sentences: string[] = [];
  for (const one of service ? [service] : input.services) {
    const checks = checksOf(one, input.checks);
    const judged = judgeServers(one, checks);
    const hit = judged.filter(({ server }) => pointed?.serverIds.includes(server.id));
    const front = judged.find(({ server }) => server.front);
    if (pointed && front?.answers && !hit.includes(front)) {
      sentences.push(`Requests reach ${front.server.name}.`);
    }
    const primary = hit.find(({ server }) => server.role === 'PRIMARY');
    if (primary) sentences.push(`${primary.server.name} is the primary of ${one.name}.`);
    const secondaries = judged.filter((each) => each.server.role === 'SECONDARY' && !hit.includes(each));
    const ready = secondaries.filter(({ healthy, inStep, sign }) => healthy && inStep && !sign);
    if (ready.length > 0) sentences.push(`${namesOf(ready)} is healthy and in step with the primary.`);
    const behind = secondaries.filter(({ sign }) => sign === 'BEHIND');
    if (behind.length > 0) sentences.push(`${namesOf(behind)} is not in step with the primary.`);
    const gives = secondaryAnswers(checks);
    if (pointed && gives === 'right') sentences.push('The secondary gives the known-good answers.');
    if (pointed && gives === 'wrong')
      sentences.push('The secondary does not give the known-good answers, so a switch alone would not help.');
  }
  const stale = input.checks.filter((check) => check.aim === 'BACKUP' && check.state === 'FAULT');
  if (stale.length > 0) sentences.push('A backup is missing or too old, which a rebuild would need.');
  return sentences.join(' ');
}

/**
 * Where the fault points, from what was seen and from nothing else: what nobody looked at is said to be so, and is
 * never pointed at. The plainest sign wins: a silent server before a slow one, machines before the service on them, what
 * probes saw before what people did.
 */
export function whereItPoints(input: PointsInput): Pointing {
  const found = input.services.flatMap((service) => pointOf(service, checksOf(service, input.checks)) ?? []);
  const pointed = found.sort((a, b) => a.rank - b.rank)[0] ?? pointOfPeople(input.checks);
  const service = input.services.find((one) => one.id === pointed?.serviceId);
  return {
    area: pointed?.area ?? null,
    headline: pointed?.headline ?? nothing(input.checks),
    explanation: explain(service, input, pointed),
    serverIds: pointed?.serverIds ?? [],
    serviceId: pointed?.serviceId ?? null,
    because: pointed?.because ?? [],
    paths: input.services.map((one) => ({
      serviceId: one.id,
      name: one.name,
      nodes: pathOf(one, checksOf(one, input.checks), input.reports, {
        area: pointed && (pointed.serviceId === null || pointed.serviceId === one.id) ? pointed.area : null,
        serverIds: pointed?.serverIds ?? [],
      }),
    })),
    notExamined: notExamined(input),
  };
}
